// The run as bars, for people who read no tables.
const width = 960;
const labels = 110;
const gap = 40;
const panelWidth = (width - gap) / 2;
const rowHeight = 22;
const headHeight = 44;

const colour = (name) => ({ Roundtable: '#0b6e4f', 'bare send': '#b8b8b8' })[name] ?? '#6c8ebf';
const asText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const short = (value) =>
  value >= 1e6
    ? `${(value / 1e6).toFixed(2)} M`
    : value >= 1e4
      ? `${Math.round(value / 1000)} k`
      : value >= 1000
        ? `${(value / 1000).toFixed(1)} k`
        : String(Number(value.toPrecision(3)));

/** Bars of one figure, a server each; servers without the figure are left out. */
function panel({ title, better, bars }, x, y) {
  const longest = Math.max(...bars.map(({ value }) => value));
  const room = panelWidth - labels - 70;
  const rows = bars.map(({ name, value }, row) => {
    const top = y + headHeight + row * rowHeight;
    const length = Math.max(1, (value / longest) * room);
    return `<text x="${x + labels - 8}" y="${top + 15}" text-anchor="end">${asText(name)}</text>
<rect x="${x + labels}" y="${top + 3}" width="${length.toFixed(1)}" height="${rowHeight - 6}" fill="${colour(name)}"/>
<text x="${(x + labels + length + 6).toFixed(1)}" y="${top + 15}">${short(value)}</text>`;
  });
  return `<text x="${x}" y="${y + 16}" font-weight="bold">${asText(title)}</text>
<text x="${x}" y="${y + 33}" fill="#555">${asText(better)}</text>
${rows.join('\n')}`;
}

function panelsOf({ cells, measured }, connections) {
  const of = (figure, title, better) => {
    const bars = measured
      .map(({ name }) => ({ name, value: cells.get(`${name}, ${connections} connections`)?.of(figure) }))
      .filter(({ value }) => value > 0);
    return { title: `${title}, ${connections.toLocaleString('en')} connections`, better, bars };
  };
  return [
    of('saturated_deliveries_a_second', 'Deliveries a second', 'at saturation, 8 events in flight; more is better'),
    of('paced_cpu_us', 'Server CPU a delivery, µs', '50,000 deliveries a second; less is better'),
    of('paced_p99_ms', 'p99 from sending to delivery, ms', '50,000 deliveries a second; less is better'),
    of('idle_kib', 'Idle memory a connection, KiB', 'in the server process; less is better'),
  ].filter(({ bars }) => bars.length > 0);
}

export function picture(found) {
  const parts = [];
  let y = 16;
  const panels = found.sizes.flatMap((connections) => panelsOf(found, connections));
  for (let first = 0; first < panels.length; first += 2) {
    const pair = panels.slice(first, first + 2);
    parts.push(...pair.map((one, column) => panel(one, 16 + column * (panelWidth + gap / 2), y)));
    y += headHeight + Math.max(...pair.map(({ bars }) => bars.length)) * rowHeight + 24;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="Fan-out of Roundtable beside other servers">
<rect width="100%" height="100%" fill="#fff"/>
${parts.join('\n')}
</svg>
`;
}
