/** Told of how far the load has come. */
export type OnProgress = (done: number, total: number) => void;

const WIDTH = 30;

/** A bar on a stream with the rate and the time left; where the stream is no terminal, a line for every tenth. */
export function progressBar(of = 'lawyers', stream: NodeJS.WriteStream = process.stderr): OnProgress {
  const begun = performance.now();
  let tenth = 0;
  return (done, total) => {
    const seconds = (performance.now() - begun) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const filled = Math.round((WIDTH * done) / total);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
    const left = Math.ceil((total - done) / Math.max(rate, 1));
    const line = `${bar} ${count(done)} / ${count(total)} ${of}, ${count(Math.round(rate))}/s, ${left} s left`;
    if (stream.isTTY) stream.write(`\r\x1b[2K${line}${done >= total ? '\n' : ''}`);
    else if (Math.floor((10 * done) / total) > tenth) stream.write(`${line}\n`);
    tenth = Math.floor((10 * done) / total);
  };
}

const count = (value: number): string => value.toLocaleString('en-US');
