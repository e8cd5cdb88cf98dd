import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '@/text';

/** A part of a page whose file is fetched when it is shown: what few see, or only at times. */
export function laterPart<P extends object>(fetchPart: () => Promise<ComponentType<P>>): ComponentType<P> {
  let arrived: ComponentType<P> | null = null;
  return function LaterPart(props: P) {
    const [Part, setPart] = useState<ComponentType<P> | null>(() => arrived);
    const [missing, setMissing] = useState(false);
    useEffect(() => {
      if (arrived !== null) return;
      fetchPart().then(
        (part) => {
          arrived = part;
          setPart(() => part);
        },
        () => setMissing(true),
      );
    }, []);
    if (Part !== null) return <Part {...props} />;
    return (
      <p class="quiet" data-loading={!missing}>
        {t(missing ? 'page.core_failed' : 'page.loading')}
      </p>
    );
  };
}
