// A line that can go dead without a word, as a phone's does in a pocket: what was open stays silent, what is opened anew works.
import { createServer, type Server, Socket } from 'node:net';

export class LineProxy {
  private lines: { page: Socket; server: Socket }[] = [];

  private constructor(
    private readonly listener: Server,
    readonly address: string,
  ) {}

  static start(serverAddress: string): Promise<LineProxy> {
    const { hostname, port } = new URL(serverAddress);
    return new Promise((done) => {
      const listener = createServer((page) => {
        const server = new Socket().connect(Number(port), hostname);
        page.pipe(server);
        server.pipe(page);
        for (const end of [page, server]) end.on('error', () => undefined);
        page.on('close', () => server.destroy());
        server.on('close', () => page.destroy());
        proxy.lines.push({ page, server });
      });
      let proxy: LineProxy;
      listener.listen(0, '127.0.0.1', () => {
        const bound = listener.address();
        proxy = new LineProxy(listener, `http://127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : 0}`);
        done(proxy);
      });
    });
  }

  /** The same page by this line. */
  through(link: string): string {
    const url = new URL(link);
    return `${this.address}${url.pathname}${url.search}${url.hash}`;
  }

  /** Nothing more comes through on the lines that are open now, in either direction, and nobody is told. */
  goDead(): void {
    for (const { page, server } of this.lines) {
      page.unpipe(server);
      server.unpipe(page);
      page.resume();
      server.resume();
    }
    this.lines = [];
  }

  stop(): void {
    this.listener.close();
  }
}
