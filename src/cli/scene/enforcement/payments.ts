import { at, minutesAfter } from "../calendar.js";
import { rows } from "../table.js";
import { becauseOf, inspectorOf, type Step, step } from "../step.js";
import { CASES } from "./cases.js";
import { deciderOf } from "./caseSteps.js";

/** What was paid on the fines, one receipt a line; a receipt for several decisions has a line for each. */

const COLUMNS = ["case", "day", "amount", "receipt", "total", "payer"] as const;

const TREASURY = "Kho bạc Nhà nước Thanh Hóa";

const paymentSteps = (text: string): Step[] =>
  rows(COLUMNS, text).map(({ case: key, day, amount, receipt, total, payer }, index) => {
    const line = CASES.find((one) => one.key === key);
    const unit = line ? deciderOf(line) : "so-tttt";
    const plain = (sum: string): string => sum.replaceAll(".", "");
    const paid = step(
      minutesAfter(at(day, "10:00"), index % 30),
      inspectorOf(unit),
      "recordFinePayment",
      key,
      (idOf) => ({
        sanctionId: idOf(`sanction:${key}`),
        paidOn: day,
        amount: plain(amount),
        receipt: { number: receipt, issuedBy: TREASURY, total: plain(total === "" ? amount : total) },
        ...(payer === "" ? {} : { paidBy: payer }),
      }),
    );
    return becauseOf(`sanction:${key}`, paid);
  });

export const PAYMENTS: readonly Step[] = paymentSteps(`
  # In two parts
  k1  | 2019-09-24 |  3.000.000 | 0004411 | |
  k1  | 2019-09-27 |  3.000.000 | 0004437 | |
  # Two shops of one family: one receipt
  k2  | 2019-09-27 |  3.000.000 | 0004440 | 6.000.000 | Lê Thị Nụ
  k4  | 2019-09-27 |  3.000.000 | 0004440 | 6.000.000 | Lê Thị Nụ
  k7  | 2019-10-08 |  2.750.000 | 0004502 | |
  k9  | 2019-10-10 |  3.000.000 | 0004519 | |
  k15 | 2019-10-18 |  8.000.000 | 0004566 | |
  k16 | 2019-10-18 |  3.000.000 | 0004570 | |
  k3  | 2019-10-24 | 20.000.000 | 0004618 | |
  k6  | 2019-10-25 |  3.750.000 | 0004631 | |
  k10 | 2019-11-05 |  2.000.000 | 0004702 | |
  k5  | 2019-11-06 | 13.500.000 | 0004711 | |
  # More than was owed
  k8  | 2019-11-08 | 12.500.000 | 0004725 | |
`);

/**
 * After the day of the report. Late interest (0.05 % of the unpaid fine a day) runs from the day after the last day for
 * the payment to the day before it: of 22.5 million 11,250 đồng a day, for the 38 days from 29 October to 5 December; of
 * 3 million 1,500 đồng a day, for the 73 days from 29 October to 9 January.
 */
export const LATER_PAYMENTS: readonly Step[] = paymentSteps(`
  k12 | 2019-11-27 |  2.000.000 | 0004820 | |
  k3  | 2019-12-06 | 22.927.500 | 0004877 | |
  k16-again | 2019-12-18 | 6.000.000 | 0004913 | |
  k6  | 2020-01-10 |  3.109.500 | 0005004 | |
  k11 | 2020-02-07 |  7.500.000 | 0005121 | |
`);
