import { useState } from 'preact/hooks';
import type { CueKind, Id, View } from '@/core/types';
import { t } from '@/text';
import { list } from '@/text/format';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useView } from './context';
import { Dialog } from './Dialog';

interface Whom {
  person: Id;
  name: string;
}

const all: readonly CueKind[] = ['one_minute', 'please_end', 'unmute', 'you_are_next', 'move_to_microphone'];
const toSpeakers: readonly CueKind[] = ['one_minute', 'please_end', 'unmute'];

const mayCue = (view: View): boolean => view.me.may.includes('cue.send') && view.session.status !== 'closed';

/** Why no cue would arrive, with whom to tell instead; null where one does. */
function whyNot({ people }: View, { person, name }: Whom): string | null {
  const known = people.find((each) => each.person === person);
  if (known === undefined) return null;
  if (!known.has_device) {
    const stewards = people.filter((each) => each.present && each.roles.includes('steward'));
    if (stewards.length === 0) return t('cue.no_device', { name });
    return t('cue.no_device_tell', { name, who: list(stewards.map((each) => each.name)) });
  }
  return known.present ? null : t('cue.not_here', { name });
}

/** What stands on the person's page now. */
function Given({ person }: { person: Id }) {
  const given = useView().cues.find((cue) => cue.person === person);
  if (given === undefined) return null;
  return (
    <span class="chip" role="status" data-testid={`cue-given-${person}`}>
      {t('cue.given', { cue: t(`cue_kind.${given.cue}`) })}
    </span>
  );
}

/** The cues that a turn needs, one press each. */
export function CuesToSpeaker(whom: Whom) {
  const view = useView();
  if (!mayCue(view)) return null;
  const problem = whyNot(view, whom);
  return (
    <div class="row small cues" data-testid="cues-to-speaker">
      {problem !== null ? (
        <span class="quiet">{problem}</span>
      ) : (
        <>
          <span class="quiet">{t('cue.to_speaker')}</span>
          {toSpeakers.map((cue) => (
            <CueButton key={cue} whom={whom} cue={cue} />
          ))}
          <Given person={whom.person} />
        </>
      )}
    </div>
  );
}

/** All cues behind one button, for the rows of lists. */
export function CueMenu(whom: Whom) {
  const view = useView();
  const [open, setOpen] = useState(false);
  if (!mayCue(view)) return null;
  const problem = open ? whyNot(view, whom) : null;
  return (
    <>
      <Button label={t('cue.open')} about={whom.name} press={() => setOpen(true)} />
      <Given person={whom.person} />
      {open && (
        <Dialog title={t('cue.title', { name: whom.name })} close={() => setOpen(false)}>
          <p class={problem === null ? 'quiet' : 'fault'}>{problem ?? t('cue.hint')}</p>
          {problem === null && (
            <div class="stack">
              {all.map((cue) => (
                <CueButton key={cue} whom={whom} cue={cue} sent={() => setOpen(false)} />
              ))}
            </div>
          )}
        </Dialog>
      )}
    </>
  );
}

function CueButton({ whom, cue, sent }: { whom: Whom; cue: CueKind; sent?: () => void }) {
  return (
    <ActionButton
      command={{ type: 'cue.send', data: { person: whom.person, cue } }}
      label={t(`cue_kind.${cue}`)}
      about={whom.name}
      testid={`cue-${cue}`}
      {...(sent === undefined ? {} : { sent })}
    />
  );
}
