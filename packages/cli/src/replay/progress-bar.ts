const WIDTH = 30;

/** Draws a bar on a terminal; nothing in a pipe. */
export function progressBar(isTerminal: boolean): { show: (done: number, all: number) => void; end: () => void } {
  let shown = false;
  return {
    show: (done, all) => {
      if (!isTerminal || all === 0) return;
      shown = true;
      const share = Math.min(1, done / all);
      const full = Math.round(WIDTH * share);
      process.stderr.write(`\r[${"#".repeat(full)}${" ".repeat(WIDTH - full)}] ${Math.floor(100 * share)} % `);
    },
    end: () => {
      if (shown) process.stderr.write("\r\u001b[K");
    },
  };
}
