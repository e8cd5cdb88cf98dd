// What makes somebody look up who does not look: a short sound, and a shake of the phone.
import { signal } from '@preact/signals';
import { deviceStore } from '@/link/storage';

const storeKey = 'roundtable:sound';

export const soundOn = signal(deviceStore.get(storeKey) !== 'off');

export function switchSound(on: boolean): void {
  soundOn.value = on;
  deviceStore.set(storeKey, on ? 'on' : 'off');
  if (on) cue();
}

let audio: AudioContext | null = null;

/** Browsers let a page sound only after it was touched, and take it back after a phone call: each touch asks again. */
function unlock(): void {
  if (typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  if (audio.state !== 'running') void audio.resume().catch(() => undefined);
}

/** From the first touch on, this page can sound. Answers how to stop listening. */
export function unlockByTouch(): () => void {
  const stopped = new AbortController();
  for (const touch of ['pointerup', 'touchend', 'keydown']) {
    document.addEventListener(touch, unlock, { signal: stopped.signal, passive: true });
  }
  return () => stopped.abort();
}

const notes: readonly { hertz: number; at: number }[] = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.18 },
  { hertz: 660, at: 0.6 },
  { hertz: 880, at: 0.78 },
];
const noteLasts = 0.16;
const loud = 0.25;
const fade = 0.02;

/** Two rising calls, in a second. */
export function cue(): void {
  if (!soundOn.value) return;
  navigator.vibrate?.([300, 150, 300]);
  unlock();
  if (audio === null) return;
  const from = audio.currentTime + fade;
  for (const { hertz, at } of notes) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0, from + at);
    volume.gain.linearRampToValueAtTime(loud, from + at + fade);
    volume.gain.setValueAtTime(loud, from + at + noteLasts - fade);
    volume.gain.linearRampToValueAtTime(0, from + at + noteLasts);
    tone.connect(volume).connect(audio.destination);
    tone.start(from + at);
    tone.stop(from + at + noteLasts);
  }
}
