// Keeps a row where it is on the screen while what stands above it grows or shrinks.

/** The box in which the list scrolls; the page where there is none. */
function scrollerOf(element: Element): Element {
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return document.scrollingElement ?? document.documentElement;
}

interface Seen {
  row: Element;
  top: number;
  scrolled: number;
}

/** Scrolls by as much as the row was pushed; where nothing is left to scroll, room before or after the list takes its place. */
export function standStill(list: HTMLElement, rowOf: () => Element | null): () => void {
  const scroller = scrollerOf(list);
  const room = { before: 0, after: 0 };
  let seen: Seen | null = null;
  let frame = 0;
  const draw = () => {
    list.style.setProperty('--room-before', `${room.before}px`);
    list.style.setProperty('--room-after', `${room.after}px`);
  };
  const look = (row: Element): Seen => ({ row, top: row.getBoundingClientRect().top, scrolled: scroller.scrollTop });
  const pushedDown = (by: number) => {
    const lessRoom = Math.min(by, room.before);
    room.before -= lessRoom;
    draw();
    const wanted = scroller.scrollTop + by - lessRoom;
    scroller.scrollTop = wanted;
    // Where the page is shorter than the screen, the first of the room only fills it.
    for (let tries = 0; wanted - scroller.scrollTop >= 1 && tries < 8; tries += 1) {
      room.after += (wanted - scroller.scrollTop) * 2 ** tries;
      draw();
      scroller.scrollTop = wanted;
    }
  };
  const pulledUp = (by: number) => {
    const scrollable = Math.min(by, scroller.scrollTop);
    scroller.scrollTop -= scrollable;
    room.before += by - scrollable;
    draw();
  };
  const keep = () => {
    frame = requestAnimationFrame(keep);
    const row = rowOf() ?? list;
    const before = seen?.row === row ? seen : null;
    seen = look(row);
    if (before === null) return;
    const moved = seen.top + seen.scrolled - before.top - before.scrolled;
    if (Math.abs(moved) < 1) {
      seen.top = before.top + before.scrolled - seen.scrolled;
      return;
    }
    if (moved > 0) pushedDown(moved);
    else pulledUp(-moved);
    seen = look(row);
  };
  const forget = () => {
    seen = null;
  };
  scroller.classList.add('anchored');
  window.addEventListener('resize', forget);
  keep();
  return () => {
    cancelAnimationFrame(frame);
    window.removeEventListener('resize', forget);
    scroller.classList.remove('anchored');
    room.before = room.after = 0;
    draw();
  };
}
