import { Bar } from './PhaseProgress';
import { Words } from './Words';

export interface ChartRow {
  name: string;
  /** Of the whole, for the length of the bar. */
  percent: number;
  /** The figures beside it, one a column. */
  figures: string[];
  strong?: boolean;
}

interface Props {
  caption: string;
  /** Heads of the name and of each figure. */
  heads: string[];
  rows: ChartRow[];
  testid?: string;
}

/** Bars in a table: who hears it gets names and figures, who sees it the lengths too. No colour says anything alone. */
export function PollChart({ caption, heads, rows, testid }: Props) {
  return (
    <table class="poll-chart" data-testid={testid}>
      <caption class="heard-only">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head, column) => (
            <th key={head} scope="col" class={column === 0 ? 'heard-column' : 'figure'}>
              <span class={heads.length > 2 && column > 0 ? 'quiet small' : 'heard-only'}>{head}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} data-strong={row.strong}>
            <th scope="row">
              <Words>{row.name}</Words>
              <div class="poll-bar" aria-hidden="true">
                <Bar percent={row.percent} />
              </div>
            </th>
            {row.figures.map((figure, column) => (
              <td key={heads[column + 1]} class="figure clock">
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
