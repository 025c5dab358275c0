/** The server's clock as its answers tell it: by it the ledger judges what is overdue, whatever a device's own clock says. */

const HALF_SECOND_MS = 500;
let aheadMs = 0;

/** @param date of an answer, in whole seconds */
export function noteServerTime(date: string | null): void {
  const told = Date.parse(date ?? "");
  if (!Number.isNaN(told)) aheadMs = told + HALF_SECOND_MS - Date.now();
}

export const serverNow = (): number => Date.now() + aheadMs;
