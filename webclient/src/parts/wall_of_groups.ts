/** How many groups stand side by side on the room display, and how many lines each has for names. */
export function wallOf(groups: number): { columns: number; rows: number; names: number } {
  const rows = groups <= 4 ? 1 : groups <= 12 ? 2 : groups <= 24 ? 3 : Math.ceil(groups / 10);
  const columns = Math.max(1, Math.ceil(groups / rows));
  const names = rows === 1 ? 14 : rows === 2 ? 7 : rows === 3 ? 3 : 1;
  return { columns, rows, names };
}
