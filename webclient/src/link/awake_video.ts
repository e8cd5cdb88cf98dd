// A video made on the spot, one dark picture a second: nothing is fetched, and the content policy allows it.

const pictureEvery = 1000;
/** iPhones stay awake for the picture alone, and a sound would silence the call on the same phone; others want a sound, if an empty one. */
const pictureIsEnough = (): boolean => CSS.supports('-webkit-touch-callout', 'none');

export class AwakeVideo {
  private readonly canvas = document.createElement('canvas');
  private readonly video = document.createElement('video');
  private audio: AudioContext | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  /** A page that nobody touches may not sound: there the video fills the ground behind everything. */
  constructor(private readonly alone: boolean) {
    this.canvas.width = this.canvas.height = 16;
    this.video.className = alone ? 'awake-video ground' : 'awake-video';
    this.video.setAttribute('playsinline', '');
    this.video.setAttribute('aria-hidden', 'true');
    this.video.tabIndex = -1;
    this.video.disablePictureInPicture = true;
    this.video.dataset.testid = 'awake-video';
  }

  async play(): Promise<void> {
    if (this.video.srcObject === null) this.prepare();
    if (!this.video.isConnected) document.body.prepend(this.video);
    this.timer ??= setInterval(() => this.draw(), pictureEvery);
    this.draw();
    await this.audio?.resume();
    await this.video.play();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.video.pause();
    this.video.remove();
    void this.audio?.suspend();
  }

  private prepare(): void {
    this.draw();
    const stream = this.canvas.captureStream(1);
    if (this.alone || pictureIsEnough() || typeof AudioContext === 'undefined') {
      this.video.muted = true;
    } else {
      this.audio = new AudioContext();
      const silence = this.audio.createMediaStreamDestination();
      for (const track of silence.stream.getAudioTracks()) stream.addTrack(track);
    }
    this.video.srcObject = stream;
  }

  /** Two shades that no eye can tell apart: a picture that never changes makes no frames. */
  private draw(): void {
    const brush = this.canvas.getContext('2d');
    if (brush === null) return;
    brush.fillStyle = Math.floor(performance.now() / pictureEvery) % 2 === 0 ? '#10171a' : '#10171b';
    brush.fillRect(0, 0, this.canvas.width, this.canvas.height);
  }
}
