import { expect } from "chai";
import { jobOf } from "../../src/commands/job.js";
import { sanctionSpecs } from "../../src/commands/sanctions.js";
import { Api, type Json } from "../support/api.js";
import { type Cast, SINCE, walkIn } from "../support/cast.js";
import { decisionOn, type EnforcementWorld, enforcementWorld, minutedCase } from "../support/enforcement.js";
import { INSPECTOR } from "../support/violationCases.js";

describe("one body, spelled in two ways", () => {
  let api: Api;
  let world: Cast;
  let enforcement: EnforcementWorld;
  before(async () => {
    api = await Api.open();
    enforcement = await enforcementWorld(api);
    world = enforcement.cast;
  });
  after(() => api.close());

  let nth = 0;
  /** Sends the first, then each other under its id: they are answered as if the first had come again. */
  const sameAs = async (
    mutation: string,
    first: Record<string, unknown>,
    others: readonly Record<string, unknown>[],
    principal = INSPECTOR,
  ): Promise<void> => {
    const commandId = api.commandId(`same ${nth++}`);
    const done: Json = await api.command(mutation, { commandId, ...first }, principal);
    expect(done, JSON.stringify(done)).to.include({ replayed: false });
    for (const other of others) {
      const again = await api.command(mutation, { commandId, ...other }, principal);
      expect(again, JSON.stringify(other)).to.deep.equal({ ...done, replayed: true });
    }
  };
  const ADMIN = { subject: "admin", role: "ADMIN", unitId: null } as const;

  it("is the same without a list, with none and with null for it", async () => {
    const unit = { kind: "DEPARTMENT", name: "Sở Thử" };
    await sameAs(
      "registerUnit",
      { unit, ...SINCE },
      [[], null].map((functions) => ({ unit: { ...unit, functions }, ...SINCE })),
      ADMIN,
    );
  });

  it("is the same with blanks around a text, and however its letters are composed", async () => {
    const name = "Sở Giáo dục và Đào tạo Thử";
    const spellings = [` ${name} `, name.normalize("NFD"), `\u00a0${name.normalize("NFD")}\n`];
    const unit = (spelled: string): object => ({ unit: { kind: "DEPARTMENT", name: spelled, code: null }, ...SINCE });
    await sameAs(
      "registerUnit",
      { ...unit(name) },
      spellings.map((one) => ({ ...unit(one) })),
      ADMIN,
    );
    await sameAs(
      "registerVisit",
      walkIn(world, { subject: "Lễ hội đền Bà Triệu" }),
      [walkIn(world, { subject: "Lễ hội đền Bà Triệu  ".normalize("NFD") })],
      ADMIN,
    );
  });

  it("is the same at one moment, whatever the offset, and with ids in capitals", async () => {
    const correlationId = "5d1f6c1e-0d0b-4f7e-8a51-9a0f4c7b2e11";
    await sameAs(
      "registerVisit",
      walkIn(world, { occurredAt: "2019-09-10T02:00:00Z", correlationId, lateEntryReason: null }),
      [
        walkIn(world, { occurredAt: "2019-09-10T09:00:00+07:00", correlationId }),
        walkIn(world, { occurredAt: "2019-09-10T02:00:00.000Z", correlationId: correlationId.toUpperCase() }),
      ],
      ADMIN,
    );
  });

  it("is the same with a field left out as with what it is then", async () => {
    const made = await minutedCase(api, enforcement);
    const decision = decisionOn(enforcement, made);
    const lines = decision["lines"] as readonly Record<string, unknown>[];
    const spelled = [
      { ...decision, kind: "SANCTION" },
      { ...decision, kind: null, measures: [] },
      { ...decision, lines: lines.map((line) => ({ ...line, warning: false, circumstances: [] })) },
    ];
    await sameAs("issueSanction", decision, spelled);
  });

  it("is another with what is not the default", async () => {
    const made = await minutedCase(api, enforcement);
    const decision = decisionOn(enforcement, made);
    const commandId = api.commandId("another");
    await api.command("issueSanction", { commandId, ...decision, kind: "SANCTION" }, INSPECTOR);
    const lines = decision["lines"] as readonly Record<string, unknown>[];
    const others = [
      { ...decision, kind: "REMEDY_ONLY" },
      { ...decision, lines: lines.map((line) => ({ ...line, warning: true })) },
    ];
    for (const other of others) {
      expect(await api.command("issueSanction", { commandId, ...other }, INSPECTOR)).to.include({
        code: "COMMAND_ID_REUSED",
      });
    }
  });

  it("is known by the hash that earlier programs made of it, with what is only the default", () => {
    const { spec } = sanctionSpecs.find(({ name }) => name === "IssueSanction") ?? expect.fail("no such step");
    const input = { commandId: api.commandId(), kind: "SANCTION", lines: [{ warning: false }] };
    const { said: _, ...before } = spec;
    const [now, then] = [jobOf(spec, input, INSPECTOR), jobOf(before, input, INSPECTOR)];
    expect(now.hash).to.not.equal(then.hash);
    expect([now.hash, then.hash, "another"].map(now.isHashOf)).to.deep.equal([true, true, false]);
  });
});
