// Keeps the screen lit. Browsers offer that to pages with TLS alone; for the others a video that plays does it too.
import type { AwakeVideo } from './awake_video';

export class Awake {
  private wanted = false;
  private lock: WakeLockSentinel | null = null;
  private video: AwakeVideo | null = null;
  private readonly stopped = new AbortController();

  /** `alone`: nobody will touch this page, such as a room display's. */
  constructor(private readonly alone: boolean) {
    const { signal } = this.stopped;
    const again = () => void this.hold();
    // The browser lets go whenever the page is out of sight.
    document.addEventListener('visibilitychange', again, { signal });
    document.addEventListener('pointerup', again, { signal, passive: true });
  }

  keep(wanted: boolean): void {
    this.wanted = wanted;
    if (wanted) void this.hold();
    else this.letGo();
  }

  stop(): void {
    this.stopped.abort();
    this.keep(false);
  }

  private letGo(): void {
    void this.lock?.release().catch(() => undefined);
    this.lock = null;
    this.video?.stop();
  }

  private async hold(): Promise<void> {
    if (!this.wanted || document.visibilityState !== 'visible') return;
    if (!('wakeLock' in navigator)) {
      await this.play();
      return;
    }
    if (this.lock !== null && !this.lock.released) return;
    try {
      this.lock = await navigator.wakeLock.request('screen');
      if (!this.wanted) this.letGo();
    } catch {
      // A battery that runs low: the device decides.
    }
  }

  private async play(): Promise<void> {
    try {
      const { AwakeVideo } = await import('./awake_video');
      this.video ??= new AwakeVideo(this.alone);
      if (this.wanted) await this.video.play();
      else this.video.stop();
    } catch {
      // Nobody has touched the page yet, or its browser cannot: the next touch tries again.
    }
  }
}
