import { CaptionDesk } from '@/parts/CaptionDesk';
import { ConnectionState } from '@/parts/ConnectionState';
import { useView } from '@/parts/context';
import { NowSpeaking } from '@/parts/NowSpeaking';
import { Words } from '@/parts/Words';

/** Who speaks, so that names are right; the captions themselves, from a service or typed by hand. */
export function CaptionerPage({ invite }: { invite: string | null }) {
  const { session } = useView();
  return (
    <main class="narrow">
      <ConnectionState />
      <h1>
        <Words>{session.title}</Words>
      </h1>
      <NowSpeaking />
      <CaptionDesk invite={invite} />
    </main>
  );
}
