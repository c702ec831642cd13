import { connect } from 'node:net';

/**
 * Asks over so many connections, each again as soon as it was answered, and tells how many a second and the 99th of a
 * hundred waits. Bare sockets: an HTTP client would cost more than the server that is measured.
 * node load.ts PORT CONNECTIONS SECONDS
 */
const [port = '', connections = '', seconds = ''] = process.argv.slice(2);
const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 YaBrowser/24.6 Mobile Safari/537.36',
  'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
];
const asks = AGENTS.map((agent) =>
  Buffer.from(
    `GET /r/bench HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUser-Agent: ${agent}\r\nAccept: text/html,*/*;q=0.8\r\n` +
      'Accept-Language: ru-RU,ru;q=0.9\r\nReferer: https://vk.com/away.php\r\n\r\n',
  ),
);
const END = Buffer.from('\r\n\r\n');
const waits: number[] = [];
const begin = performance.now();
const until = begin + Number(seconds) * 1_000;

await Promise.all(Array.from({ length: Number(connections) }, (_none, place) => one(place)));
const took = performance.now() - begin;
waits.sort((a, b) => a - b);
process.stdout.write(
  `${JSON.stringify({
    answered: waits.length,
    rps: (waits.length * 1_000) / took,
    p99: waits[Math.floor(waits.length * 0.99)] ?? 0,
  })}\n`,
);

function one(place: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    let asked = 0;
    let turn = place;
    socket.setNoDelay(true);
    const ask = () => {
      if (performance.now() > until) {
        socket.destroy();
        resolve();
        return;
      }
      asked = performance.now();
      turn += 1;
      socket.write(asks[turn % asks.length] as Buffer);
    };
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      if (chunk.indexOf(END) < 0) return;
      waits.push(performance.now() - asked);
      ask();
    });
  });
}
