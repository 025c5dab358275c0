import type { Api, Json } from "./api.js";
import { cast, type Cast } from "./cast.js";
import { CasePlay, DETECTED, INSPECTOR } from "./violationCases.js";

/**
 * A small world of enforcement, played through the API: a department, and its cases, whose minutes were made on 6
 * September 2019. All ids of records are global ids; of parties and acts they are the case's own.
 */
export interface EnforcementWorld {
  readonly cast: Cast;
  readonly cases: CasePlay;
  /** The department that has the cases and issues the decisions. */
  readonly issuer: string;
}

export async function enforcementWorld(api: Api): Promise<EnforcementWorld> {
  const world = await cast(api);
  return { cast: world, cases: new CasePlay(api, world), issuer: world.land };
}

/** A case that a decision can be issued on. */
export interface MinutedCase {
  readonly caseId: string;
  readonly partyId: string;
  readonly violationIds: readonly string[];
}

/** 500 copies or more of one title without invoices: 20 to 30 million for individuals and households, else twice that. */
export const HEAVY = "159.27.5.a";
/** Up to 49 copies: 1 to 3 million, twice that for an organisation. */
export const LIGHT = "159.27.1.a";

/** An act of the minutes. */
export const titleOf = (code: string, title: string): Record<string, unknown> => ({
  code,
  title,
  copies: code === HEAVY ? 600 : 40,
  actEndedOn: DETECTED,
  description: "Không có hóa đơn, chứng từ",
});

/** A case of a household business (or of who else is given) with minutes; no explanation is awaited. */
export async function minutedCase(
  api: Api,
  { cases }: EnforcementWorld,
  acts: readonly Record<string, unknown>[] = [titleOf(HEAVY, "Sách Một")],
  party: Record<string, unknown> = { kind: "HOUSEHOLD_BUSINESS", name: "Nguyễn Văn An" },
): Promise<MinutedCase> {
  const caseId = await cases.record({ parties: [party] });
  const [{ id: partyId }] = (await cases.ask(caseId)).parties;
  const violations = acts.map((act) => ({ partyId, ...act }));
  const drawn = await cases.drawUp(caseId, { violations });
  if (!drawn.entity) throw new Error(JSON.stringify(drawn));
  const { explanation, violations: noted } = await cases.ask(caseId);
  if (explanation.state === "OPEN") {
    await api.done("waiveExplanation", { caseId, partyId }, INSPECTOR);
  }
  return { caseId, partyId, violationIds: noted.map((one: Json) => one.id) };
}

export const SIGNER = { name: "Lê Thị Chánh", post: "DEPARTMENT_CHIEF_INSPECTOR" } as const;

/** The input of `issueSanction`: every act of the case at the average of its frame. */
export const decisionOn = (
  { issuer: issuerId }: EnforcementWorld,
  { caseId, partyId, violationIds }: MinutedCase,
  more: Record<string, unknown> = {},
): Record<string, unknown> => ({
  caseId,
  partyId,
  issuerId,
  signer: SIGNER,
  lines: violationIds.map((violationId) => ({ violationId })),
  ...more,
});

/** Gives a command as an inspector; a refusal is answered, not thrown. */
export const tell = (api: Api, name: string, input: Record<string, unknown>): Promise<Json> =>
  api.command(name, input, INSPECTOR);

/** As `tell`; a refusal fails the test. Answers with the record's id. */
export const act = (api: Api, name: string, input: Record<string, unknown>): Promise<string> =>
  api.done(name, input, INSPECTOR);

/** The input of `recordFinePayment`. */
export const payment = (
  sanctionId: string,
  amount: string,
  paidOn: string,
  receipt: { number: string; total?: string },
): Record<string, unknown> => ({
  sanctionId,
  amount,
  paidOn,
  receipt: { issuedBy: "Kho bạc Nhà nước tỉnh", total: amount, ...receipt },
});
