import { useEffect, useRef } from 'preact/hooks';
import type { AttributeBalance, ValueShare } from '@/core/types';
import { t } from '@/text';
import { decimal } from '@/text/format';
import { attributeName, fairHeads, valueName } from './breakout_words';

interface Props {
  balance: readonly AttributeBalance[];
  about: string;
}

/** Why a group is balanced: how many are here beside the share that the room would give it, as numbers and as bars. */
export function BreakoutBalance({ balance, about }: Props) {
  if (balance.length === 0) return null;
  return (
    <details class="more small balance">
      <summary>
        {t('balance.open')}
        <span class="heard-only">: {about}</span>
      </summary>
      {balance.map((each) => (
        <table key={each.by} class="balance-table">
          <caption>
            {attributeName(each.by)}
            {each.cluster && ` · ${t('balance.kept_alike')}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('balance.value')}</th>
              <th scope="col">{t('balance.here')}</th>
              <th scope="col">{t('balance.fair')}</th>
            </tr>
          </thead>
          <tbody>
            {each.values.map((share) => (
              <tr key={share.value}>
                <th scope="row">
                  {valueName(each.by, share.value)}
                  <ShareBar share={share} most={mostOf(each)} />
                </th>
                <td class="clock">{share.here}</td>
                <td class="clock">{decimal(fairHeads(share))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </details>
  );
}

const mostOf = ({ values }: AttributeBalance): number =>
  Math.max(1, ...values.map((share) => Math.max(share.here, fairHeads(share))));

/** A bar for who is here, a mark for the fair share. The numbers beside it say the same. */
function ShareBar({ share, most }: { share: ValueShare; most: number }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    bar.current?.style.setProperty('--part', `${(100 * share.here) / most}%`);
    bar.current?.style.setProperty('--fair', `${(100 * fairHeads(share)) / most}%`);
  }, [share.here, share.fair_millionths, most]);
  return (
    <div ref={bar} class="balance-line" aria-hidden="true">
      <div class="bar" />
      <div class="balance-fair" />
    </div>
  );
}
