// When a list has to stand still: while a mouse is over it, a finger on it, or the keyboard's focus inside.

/** The click follows the end of a touch, and on some phones late. */
const clickFollowsWithin = 350;

const rowOf = (list: HTMLElement, target: EventTarget | null): HTMLElement | null =>
  [...list.children].find((row) => target instanceof Node && row.contains(target)) as HTMLElement | null;

/** Tells `changed` whether the list is held, and by which row. Answers how to stop watching. */
export class Hold {
  /** What must not move. */
  row: HTMLElement | null = null;
  private hovered = false;
  private touched = false;
  private focused = false;
  private told = false;
  /** The last word was the pointer's: a focus that follows is of its making. */
  private pressing = false;
  /** The focus that a press of mouse or finger left behind: nobody reads along there. */
  private pressed: EventTarget | null = null;
  private release: ReturnType<typeof setTimeout> | undefined;
  private readonly stopped = new AbortController();

  constructor(
    private readonly list: HTMLElement,
    private readonly changed: (held: boolean) => void,
  ) {
    const { signal } = this.stopped;
    const on = <E extends Event>(where: EventTarget, names: string, act: (event: E) => void) => {
      for (const name of names.split(' '))
        where.addEventListener(name, act as EventListener, { signal, passive: true });
    };
    on<PointerEvent>(list, 'pointerenter pointermove', (event) => event.pointerType !== 'touch' && this.hover(event));
    on<PointerEvent>(list, 'pointerleave', (event) => event.pointerType !== 'touch' && this.set({ hovered: false }));
    on(list, 'pointerdown', () => {
      this.pressing = true;
    });
    on(document, 'keydown', () => {
      this.pressing = false;
    });
    on<TouchEvent>(list, 'touchstart', (event) => this.touch(event));
    on<TouchEvent>(list, 'touchend touchcancel', (event) => event.targetTouches.length === 0 && this.lift());
    on<FocusEvent>(list, 'focusin', (event) => this.focus(event));
    on<FocusEvent>(list, 'focusout', (event) => {
      if (rowOf(list, event.relatedTarget) === null) this.set({ focused: false });
    });
    on(document, 'visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.letGo();
    });
  }

  stop(): void {
    clearTimeout(this.release);
    this.stopped.abort();
  }

  /** A focused control may vanish without a word. */
  check(): void {
    if (this.focused && !this.list.contains(document.activeElement)) this.set({ focused: false });
  }

  private hover(event: PointerEvent): void {
    this.row = rowOf(this.list, event.target);
    this.set({ hovered: true });
  }

  private touch(event: TouchEvent): void {
    clearTimeout(this.release);
    this.row = rowOf(this.list, event.target);
    this.set({ touched: true });
  }

  private lift(): void {
    this.release = setTimeout(() => this.set({ touched: false }), clickFollowsWithin);
  }

  private focus(event: FocusEvent): void {
    if (this.pressing) this.pressed = event.target;
    if (event.target === this.pressed) return;
    this.pressed = null;
    if (!this.hovered && !this.touched) this.row = rowOf(this.list, event.target);
    this.set({ focused: true });
  }

  private letGo(): void {
    this.set({ hovered: false, touched: false, focused: false });
  }

  private set(now: { hovered?: boolean; touched?: boolean; focused?: boolean }): void {
    Object.assign(this, now);
    const held = this.hovered || this.touched || this.focused;
    if (held === this.told) return;
    this.told = held;
    this.changed(held);
  }
}
