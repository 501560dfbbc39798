/**
 * SQLSTATEs after which the same work may succeed: connection lost or refused (class 08, 57P0x), serialisation failure,
 * deadlock, out of shared memory, lock not available. A statement that ran out of time is not repeated.
 */
const STATES = /^(08...|57P0.|40001|40P01|53200|53300|55P03)$/;
const SYSTEM = /^(ECONN.*|EPIPE|ENOENT)$/;
const MESSAGES =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/;

/** Whether the failure is the database's moment and not the work's: the whole batch is then asked again. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = "", message } = error as Error & { code?: string };
  return STATES.test(code) || SYSTEM.test(code) || MESSAGES.test(message);
}
