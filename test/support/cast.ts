import type { Principal } from "../../src/commands/bus.js";
import type { Api } from "./api.js";

/** A small world to play in: units, an agency, reporters with and without cards. All ids are global ids. */
export interface Cast {
  readonly health: string;
  readonly land: string;
  readonly agency: string;
  readonly carded: string;
  readonly uncarded: string;
  readonly clerkOfHealth: Principal;
}

export const SINCE = { legalBasis: "Danh mục đầu kỳ", effectiveOn: "2018-01-01" } as const;

export async function cast(api: Api): Promise<Cast> {
  const unit = (name: string): Promise<string> =>
    api.done("registerUnit", { unit: { kind: "DEPARTMENT", name }, ...SINCE });
  const health = await unit("Sở Y tế");
  const land = await unit("Sở Tài nguyên và Môi trường");
  const agency = await api.done("registerPressAgency", {
    name: "Báo Thanh Hóa",
    kinds: ["PRINT"],
    level: "LOCAL",
    governingBody: "Tỉnh ủy",
    registeredOn: "2018-01-01",
  });
  const card = { number: "IBT 00123", issue: "2016-2020", issuedOn: "2016-01-01", validTo: "2020-12-31" };
  const person = { agencyId: agency, since: "2018-01-01" };
  const carded = await api.done("registerReporter", { name: "Lê Văn An", kind: "CARD_HOLDER", card, ...person });
  const uncarded = await api.done("registerReporter", { name: "Trần Thị Bình", kind: "OCCASIONAL", ...person });
  const clerkOfHealth = { subject: "clerk-1", role: "CLERK", unitId: health.replace("Unit:", "") } as const;
  return { health, land, agency, carded, uncarded, clerkOfHealth };
}

/** The input of `registerVisit` for reporters who have just come. */
export const walkIn = (world: Cast, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  hostIds: [world.health],
  reporterIds: [world.carded],
  topic: "HEALTH",
  subject: "Công tác phòng dịch",
  ...more,
});

/** As `walkIn`, with the card shown: a command of two events. */
export const checkedWalkIn = (world: Cast, more: Record<string, unknown> = {}): Record<string, unknown> =>
  walkIn(world, { documents: [{ reporterId: world.carded, kind: "PRESS_CARD", number: "IBT 00123" }], ...more });
