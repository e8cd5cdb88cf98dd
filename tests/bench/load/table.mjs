// The run as a Markdown document: each bar beside its figure first, then all figures.
const number = (value) =>
  value?.toLocaleString(
    'en',
    Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 },
  ) ?? '';
const thousands = (value) => (value === undefined ? '' : `${number(value / 1000)} k`);

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}

const cellOf = ({ cells }, name, connections) => cells.get(`${name}, ${connections} connections`);
const best = (found, names, connections, figure, choose) => {
  const values = names
    .map((name) => cellOf(found, name, connections)?.of(figure))
    .filter((value) => value !== undefined);
  return values.length ? choose(...values) : undefined;
};
const over = (one, other) => (one === undefined || other === undefined ? undefined : one / other);

function fanoutBars(found, connections) {
  const ours = cellOf(found, 'Roundtable', connections);
  if (!ours) return [];
  const peers = ['ws', 'socket.io', 'nchan', 'websocketpp'];
  const rate = (names) =>
    over(
      ours.of('saturated_deliveries_a_second'),
      best(found, names, connections, 'saturated_deliveries_a_second', Math.max),
    );
  const bare = cellOf(found, 'bare send', connections);
  const at = `at ${number(connections)} connections`;
  const saturation =
    connections > 1000
      ? [[`saturated ${at}: times the best of all peers`, rate(peers), 'at least 3']]
      : [
          [`saturated ${at}: times the best of ws, Socket.IO, nchan`, rate(peers.slice(0, 3)), 'at least 5'],
          [`saturated ${at}: times websocketpp`, rate(['websocketpp']), 'at least 4'],
        ];
  return [
    ...saturation,
    [
      `paced ${at}: CPU a delivery, times bare send`,
      over(ours.of('paced_cpu_us'), bare?.of('paced_cpu_us')),
      'at most 1.15',
    ],
    [
      `paced ${at}: p99, times the best peer's`,
      over(ours.of('paced_p99_ms'), best(found, peers, connections, 'paced_p99_ms', Math.min)),
      'at most 1.25',
    ],
    [`idle ${at}: KiB of the server process a connection`, ours.of('idle_kib'), 'at most 4'],
  ];
}

function commandBars({ cells }) {
  const commands = cells.get('commands');
  const storm = cells.get('storm');
  const rows = [];
  if (commands?.rounds) {
    const allowed = 3 * commands.of('single_commit_p99_ms') + 2;
    rows.push(
      ['durable commands a second', commands.of('commands_a_second'), 'at least 20,000'],
      [
        'acknowledged on an idle server, p99, ms',
        commands.of('single_command_p99_ms'),
        `at most ${number(allowed)} (3 bare commits + 2 ms)`,
      ],
    );
  }
  if (storm?.rounds) {
    rows.push(
      ['vote storm: tallies to staff a second', storm.of('staff_frames_a_second'), 'at most 4'],
      ['vote storm: tallies to a display a second', storm.of('display_frames_a_second'), 'at most 4'],
      [
        "vote storm: moderator's p99 over that of the votes",
        over(storm.of('moderator_during_p99_ms'), storm.of('votes_p99_ms')),
        'below 1: overtakes',
      ],
    );
  }
  return rows;
}

function fanoutTable(found, connections) {
  const head = [
    'server',
    'saturated, deliveries/s',
    'lowest to highest',
    'CPU µs',
    'load client µs',
    'p99 ms',
    'paced, deliveries/s',
    'CPU µs',
    'p50 ms',
    'p99 ms',
    'max ms',
    'idle KiB a connection',
    'RSS at the end MiB',
    'rounds',
  ];
  const rows = found.measured.flatMap(({ name }) => {
    const cell = cellOf(found, name, connections);
    if (!cell) return [];
    const figure = (key, format = number) => format(cell.of(key));
    return [
      [
        name,
        ...[
          figure('saturated_deliveries_a_second', thousands),
          cell.range('saturated_deliveries_a_second')?.map(thousands).join(' to ') ?? '',
        ],
        ...['saturated_cpu_us', 'saturated_own_cpu_us', 'saturated_p99_ms'].map((key) => figure(key)),
        figure('paced_deliveries_a_second', thousands),
        ...['paced_cpu_us', 'paced_p50_ms', 'paced_p99_ms', 'paced_max_ms', 'idle_kib', 'end_resident_mib'].map((key) =>
          figure(key),
        ),
        cell.rounds,
      ],
    ];
  });
  return rows.length ? `## Fan-out, ${number(connections)} connections\n\n${table(head, rows)}` : '';
}

function commandTable({ cells }) {
  const cell = cells.get('commands');
  if (!cell?.rounds) return '';
  const row = (what, rate, name) => [
    what,
    rate,
    ...['p50', 'p99', 'max'].map((part) => number(cell.of(`${name}_${part}_ms`))),
  ];
  return `## Commands\n\n${table(
    ['what', 'a second', 'p50 ms', 'p99 ms', 'max ms'],
    [
      row('votes and unvotes, all at once, acknowledged', number(cell.of('commands_a_second')), 'commands'),
      row('baseline: bare one-row commits, one after the other', number(cell.of('commits_a_second')), 'commits'),
      row('one command on the idle server', '', 'single_command'),
      row('baseline: a bare one-row commit after each', '', 'single_commit'),
    ],
  )}\nServer CPU a command: ${number(cell.of('commands_cpu_us'))} µs.\n`;
}

function stormTable({ cells }) {
  const cell = cells.get('storm');
  if (!cell?.rounds) return '';
  const frames = ['staff', 'display', 'phone'].map((who) => [
    who,
    number(cell.of(`${who}_frames`)),
    number(cell.of(`${who}_frames_a_second`)),
  ]);
  const phoneFrames = Array.from({ length: Math.floor(cell.of('phone_frames')) }, (_, frame) =>
    number(cell.of(`phone_frame_${frame + 1}_ms`)),
  );
  const waits = [
    ["moderator's commands before", 'moderator_before'],
    ["moderator's commands during", 'moderator_during'],
    ['votes', 'votes'],
  ].map(([what, name]) => [
    what,
    ...['p50', 'p99', 'max'].map((part) => number(cell.of(`${name}_${part}_ms`))),
    number(cell.of(`${name}_count`)),
  ]);
  return `## Vote storm

${number(cell.of('votes_count'))} votes in 2 s; all were acknowledged after ${number(cell.of('storm_ms'))} ms, and everybody had the last numbers after ${number(cell.of('last_numbers_ms'))} ms.

${table(['told', 'tally frames', 'a second, from the first to the last'], frames)}
A phone was told ${phoneFrames.join(', ')} ms after the first vote.

${table(['acknowledged', 'p50 ms', 'p99 ms', 'max ms', 'commands'], waits)}`;
}

export function document(found) {
  const bars = [...found.sizes.flatMap((connections) => fanoutBars(found, connections)), ...commandBars(found)];
  const known = bars.filter(([, value]) => value !== undefined);
  const parts = [
    '# Fan-out and commands, measured',
    `Written by the program: medians of ${found.rounds} round${found.rounds === 1 ? '' : 's'}, the servers taking turns; ${found.seconds} s a figure, ${found.took} s in all. [README.md](../README.md) says what is measured and how.`,
    '![Deliveries a second, CPU and memory](load.svg)',
    found.facts.map(([name, value]) => `- ${name}: ${value}`).join('\n'),
    found.notes.length ? found.notes.map((note) => `- **${note}**`).join('\n') : '',
    known.length
      ? `## Beside the bars\n\n${table(
          ['what', 'figure', 'bar'],
          known.map(([what, value, bar]) => [what, number(value), bar]),
        )}`
      : '',
    ...found.sizes.map((connections) => fanoutTable(found, connections)),
    commandTable(found),
    stormTable(found),
  ];
  return `${parts
    .filter(Boolean)
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}
