import { useEffect, useState } from 'preact/hooks';
import type { Id, PersonView, View } from '@/core/types';
import { api, type DeviceCode, Problem } from '@/link/api';
import { t } from '@/text';
import { timeOfDay } from '@/text/format';
import { problemText } from '@/text/problems';
import { Button } from './Button';
import { CopyText } from './CopyText';
import { useRoundtable } from './context';
import { Dialog } from './Dialog';
import { isStaff } from './person_words';
import { QrCode } from './QrCode';

/** As the server decides: one's own, another's by helpers, and that of staff by the moderator alone. */
export function mayGiveWayBack(me: Pick<View['me'], 'participant' | 'roles'>, person: PersonView): boolean {
  if (person.person === me.participant || me.roles.includes('moderator')) return true;
  return !isStaff(person.roles) && (me.roles.includes('online_moderator') || me.roles.includes('steward'));
}

interface Props {
  /** Another person's way back, given by staff; absent: one's own next device. */
  person?: { person: Id; name: string };
  close: () => void;
}

/** A QR code and a code to type, both good for some minutes: the other device is then the same person. */
export function DeviceDialog({ person, close }: Props) {
  const { live, facts } = useRoundtable();
  const [code, setCode] = useState<DeviceCode | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const draw = () => {
    setCode(null);
    setProblem(null);
    api.deviceCode(facts.id, live.bearer(), person?.person).then(setCode, (error) => {
      setProblem(error instanceof Problem ? error : new Problem(0, 'unreachable'));
    });
  };
  useEffect(draw, [facts.id, live, person?.person]);
  const title = person === undefined ? t('device.title') : t('device.title_of', { name: person.name });
  return (
    <Dialog title={title} close={close}>
      <p class="quiet">{person === undefined ? t('device.hint') : t('device.hint_of', { name: person.name })}</p>
      {problem !== null && <p class="fault">{problemText(problem)}</p>}
      {code === null && problem === null && <p>{t('page.loading')}</p>}
      {code !== null && (
        <>
          <QrCode text={code.link} label={t('device.qr')} />
          <p class="join-code" dir="ltr" role="note" aria-label={t('device.code')} data-testid="device-code">
            {`${code.code.slice(0, 5)}-${code.code.slice(5)}`}
          </p>
          <CopyText label={t('device.title')} text={code.link} />
          <p class="quiet small">{t('device.until', { time: timeOfDay(code.until_ms) })}</p>
        </>
      )}
      <div class="row">
        <Button label={t('device.again')} press={draw} />
      </div>
    </Dialog>
  );
}
