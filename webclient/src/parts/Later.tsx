import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { MessagePage } from '@/pages/MessagePage';
import { t } from '@/text';

/** A page whose file is fetched when it is shown: most people never see it. */
export function later<P extends object>(fetchPage: () => Promise<ComponentType<P>>): ComponentType<P> {
  return function Later(props: P) {
    const [Page, setPage] = useState<ComponentType<P> | null>(null);
    const [missing, setMissing] = useState(false);
    useEffect(() => {
      fetchPage().then(
        (page) => setPage(() => page),
        () => setMissing(true),
      );
    }, []);
    if (missing) return <MessagePage title={t('page.problem')} text={t('page.core_failed')} reload />;
    return Page === null ? <MessagePage title={t('page.loading')} /> : <Page {...props} />;
  };
}
