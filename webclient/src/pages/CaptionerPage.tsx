import '@/text/desk_sentences';
import { CaptionDesk } from '@/parts/CaptionDesk';
import { ConnectionState } from '@/parts/ConnectionState';
import { useView } from '@/parts/context';
import { NextVoices } from '@/parts/NextVoices';
import { NowSpeaking } from '@/parts/NowSpeaking';
import { Words } from '@/parts/Words';

/** For those who caption and those who interpret: who speaks now and next, so that names and languages are right; the captions themselves, from a service or typed by hand. */
export function CaptionerPage() {
  const { session } = useView();
  return (
    <main class="narrow">
      <ConnectionState />
      <h1>
        <Words>{session.title}</Words>
      </h1>
      <NowSpeaking />
      <NextVoices />
      <CaptionDesk />
    </main>
  );
}
