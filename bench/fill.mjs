import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { BENCH, productOf } from "./lib/product.mjs";
import { Random } from "./lib/random.mjs";
import { personName, placeOf, subjectOf, summaryOf } from "./lib/words.mjs";

/**
 * Fills a ledger with years of believable visits. Units, agencies and reporters go through the product's own bus; the
 * commands on visits are resolved and decided by the product's own code too (so every event is one that the domain
 * makes), and are appended in order of time without waiting for each one.
 */

const DAY_MS = 86_400_000;
const FIRST_DAY_MS = Date.UTC(2016, 0, 4);
const OFFICER = { subject: "officer-1", role: "PRESS_OFFICER", unitId: null };
const IN_FLIGHT = 2_000;
const EVENTS_PER_VISIT = 3.3;

/** A copy of the filled ledger in a folder of its own; filled once, then kept in bench/data. */
export async function filledLedger({ dist, to, ...wish }) {
  const kept = await keptLedger(dist, wish);
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(kept)) cpSync(join(kept, file), join(to, file));
  return manifestOf(to);
}

export const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));

async function keptLedger(dist, wish) {
  const { root } = productOf(dist);
  const hash = createHash("sha256")
    .update(JSON.stringify(wish))
    .update(readFileSync(join(BENCH, "fill.mjs")));
  for (const part of ["domain", "eventstore", "commands"]) {
    const files = readdirSync(join(root, part), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".js"),
    );
    for (const file of files.sort()) hash.update(readFileSync(join(root, part, file)));
  }
  const kept = resolve(BENCH, "data", `ledger-${wish.events}-${hash.digest("hex").slice(0, 10)}`);
  if (existsSync(kept)) return kept;
  const unfinished = `${kept}.new`;
  // Those of the same size were written by other code, or for another wish.
  const sameSize = readdirSync(resolve(kept, "..")).filter((name) => name.startsWith(`ledger-${wish.events}-`));
  for (const name of sameSize) rmSync(resolve(kept, "..", name), { recursive: true, force: true });
  await fill(dist, unfinished, wish);
  renameSync(unfinished, kept);
  return kept;
}

export async function fill(dist, folder, { events, seed, units, agencies, reporters, days }) {
  const started = Date.now();
  process.stderr.write(`filling a ledger with ${events} events (seed ${seed}) …\n`);
  const product = productOf(dist);
  const { openLedger } = await product.load("ledger.js");
  const random = new Random(seed);
  const clock = { ms: FIRST_DAY_MS };
  const ledger = await openLedger({ folder, now: () => new Date(clock.ms) });
  const cast = await enrol(product, ledger, random, { units, agencies, reporters });
  const script = scriptOf(random, cast, Math.ceil(events / EVENTS_PER_VISIT), days);
  const facts = await factsOf(product, ledger, cast);
  const { law } = ledger;
  await ledger.close();
  // Nobody needs to read while the visits are written: the store alone is faster.
  const { openEmbeddedStore } = await product.load("eventstore/embedded/embeddedStore.js");
  const log = await openEmbeddedStore({ folder, clock: () => clock.ms });
  const written = await play(product, log, clock, script, { limit: events, facts, law });
  await log.close();
  for (const file of readdirSync(folder)) if (file.startsWith("read-model")) rmSync(join(folder, file));
  const manifest = { ...cast, ...written, lastDay: new Date(clock.ms).toISOString().slice(0, 10) };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  process.stderr.write(
    `filled: ${written.head} events, ${written.visits} visits, ${((Date.now() - started) / 1000).toFixed(0)} s\n`,
  );
}

/** The steps of a subject, as the bus takes them, by their names. */
const byName = (steps) => Object.fromEntries(steps.map(({ name, spec }) => [name, spec]));

async function enrol(product, ledger, random, { units, agencies, reporters }) {
  const { RegisterUnit } = byName((await product.load("commands/units.js")).unitSpecs);
  const { RegisterPressAgency } = byName((await product.load("commands/pressAgencies.js")).pressAgencySpecs);
  const { RegisterReporter } = byName((await product.load("commands/reporters.js")).reporterSpecs);
  const give = async (spec, input) => {
    const outcome = await ledger.bus.run(spec, { commandId: random.uuid(), ...input }, OFFICER);
    if (outcome.refusal) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.done.entityId;
  };
  const many = (count, make) => Promise.all(Array.from({ length: count }, (_, index) => make(index)));
  const since = "2015-01-01";
  const basis = { legalBasis: "Danh mục đầu kỳ", effectiveOn: since };
  const unitIds = await many(units, (n) =>
    give(RegisterUnit, {
      unit: { kind: n < 20 ? "DEPARTMENT" : "DISTRICT", name: `Đơn vị ${placeOf(random)} ${n + 1}` },
      ...basis,
    }),
  );
  const agencyIds = await many(agencies, (n) =>
    give(RegisterPressAgency, {
      name: `Báo ${placeOf(random)} ${n + 1}`,
      kinds: [n % 3 === 0 ? "PRINT" : "ELECTRONIC"],
      level: n % 4 === 0 ? "LOCAL" : "CENTRAL",
      governingBody: "Cơ quan chủ quản",
      registeredOn: since,
    }),
  );
  const reporterIds = await many(reporters, (n) => {
    const number = `IBT ${String(n + 1).padStart(5, "0")}`;
    const card = { number, issue: "2015-2025", issuedOn: since, validTo: "2025-12-31" };
    return give(RegisterReporter, {
      name: personName(random),
      kind: "CARD_HOLDER",
      agencyId: random.pickSkewed(agencyIds),
      since,
      card,
    });
  });
  return { unitIds, agencyIds, reporterIds };
}

/** The commands of all visits, in the order in which they are recorded. */
function scriptOf(random, { unitIds, reporterIds }, visits, days) {
  const script = [];
  for (let visit = 0; visit < visits; visit++) {
    const morning = FIRST_DAY_MS + DAY_MS + Math.floor((visit / visits) * days) * DAY_MS;
    const cameMs = morning + random.below(9 * 3_600_000);
    const step = (kind, afterMs, input = {}) => script.push({ visit, kind, nowMs: cameMs + afterMs, input });
    const hours = (n) => n * 3_600_000 + random.below(600_000);
    const documents = (given) => given.map((reporterId, n) => ({ reporterId, kind: "PRESS_CARD", number: `IBT ${n}` }));
    const outcome = { answerForm: random.pick(["ORAL", "WRITTEN", "DOCUMENTS_GIVEN"]), summary: summaryOf(random) };
    const given = random.someSkewed(reporterIds, random.chance(0.3) ? 2 : 1);
    const registered = {
      hostIds: random.someSkewed(unitIds, random.chance(0.2) ? 2 : 1),
      reporterIds: given,
      topic: random.pick(["LAND", "ENVIRONMENT", "HEALTH", "EDUCATION", "CONSTRUCTION", "FINANCE", "OTHER"]),
      subject: subjectOf(random),
    };
    const way = random.next();
    if (way < 0.12) {
      const occurredAt = new Date(cameMs);
      const late = { occurredAt, lateEntryReason: "Bổ sung sổ trực", documents: documents(given), outcome };
      step("RegisterVisit", hours(24 * (2 + random.below(9))), { ...registered, ...late });
      continue;
    }
    if (way < 0.3) {
      step("RegisterVisit", -hours(48), { ...registered, appointmentAt: new Date(cameMs) });
      if (random.chance(0.1)) {
        step("CancelVisit", -hours(20), { reason: "Phóng viên xin hoãn" });
        continue;
      }
      step("ConfirmVisit", -hours(24));
      step("RecordArrival", 60_000);
      step("CheckDocuments", 120_000, { documents: documents(given) });
    } else if (way < 0.8) {
      step("RegisterVisit", 0, { ...registered, documents: documents(given) });
    } else {
      step("RegisterVisit", 0, registered);
      step("CheckDocuments", 120_000, { documents: documents(given) });
    }
    if (random.chance(0.9)) step("RecordOutcome", hours(1), { outcome });
    else continue;
    if (random.chance(0.06)) {
      step("PromiseInformation", hours(2), { what: "Số liệu bổ sung", dueOn: "2025-12-31" });
      if (random.chance(0.7)) step("FulfilPromise", hours(72), { how: "Đã gửi văn bản" });
    }
    if (random.chance(0.03)) step("AmendVisit", hours(30), { subject: subjectOf(random), reason: "Sửa nội dung" });
    if (random.chance(0.02))
      step("AmendVisit", hours(40), { hostIds: [random.pick(unitIds)], reason: "Ghi nhầm đơn vị" });
    if (random.chance(0.01)) step("VoidVisit", hours(50), { reason: "Nhập trùng" });
  }
  return script.sort((a, b) => a.nowMs - b.nowMs);
}

/** The registers as they stand after the enrolment; the visits are known as the script has made them. */
async function factsOf(product, ledger, { unitIds, agencyIds, reporterIds }) {
  const { factsFrom } = await product.load("projections/readModel/facts.js");
  const live = factsFrom(ledger.reads);
  const table = (ids, find) => {
    const known = new Map(ids.map((id) => [id, find(id)]));
    return (id) => known.get(id);
  };
  return {
    ...live,
    unit: table(unitIds, live.unit),
    pressAgency: table(agencyIds, live.pressAgency),
    reporter: table(reporterIds, live.reporter),
    // None of them was merged into another.
    oneWith: (_kind, id) => [id],
  };
}

async function play(product, log, clock, script, { limit, facts: registers, law }) {
  const specs = byName((await product.load("commands/visits.js")).visitSpecs);
  const { encode, entityId } = await product.load("eventstore/codec.js");
  const { localDateOf } = await product.load("domain/kernel/time.js");
  const random = new Random(script.length);
  const visits = new Map();
  const byId = new Map();
  const factOf = (visit) =>
    visit && {
      visitId: visit.id,
      status: visit.state.status,
      day: localDateOf(visit.state.arrivedAt ?? visit.state.appointmentAt ?? visit.state.registeredAt),
      hostIds: visit.state.hosts.map((host) => host.unitId),
      reporterIds: visit.state.reporters.map((reporter) => reporter.reporterId),
    };
  const facts = { ...registers, visit: (id) => factOf(byId.get(id)) };
  let head = await log.head();
  let pending = [];
  const refused = new Map();
  for (const { visit: number, kind, nowMs, input } of script) {
    if (head >= limit) break;
    const spec = specs[kind];
    const commandId = random.uuid();
    const newId = (entity) => entityId(commandId, entity);
    let visit = visits.get(number);
    if (kind === "RegisterVisit") {
      visit = { id: newId("visit"), state: spec.aggregate.decider.initial, revision: "no_stream" };
      visits.set(number, visit);
      byId.set(visit.id, visit);
    }
    const hostId = (visit.state.hosts ?? [])[0]?.unitId ?? input.hostIds?.[0];
    const unit = facts.unit(hostId);
    const actor = { subject: `clerk-${hostId.slice(0, 4)}`, role: "CLERK", unitId: hostId, unitName: unit.name };
    const now = new Date(nowMs).toISOString();
    const { lateEntryReason } = input;
    const occurredAt = input.occurredAt?.toISOString() ?? now;
    const officer = { subject: "officer-1", role: "PRESS_OFFICER", unitId: null, unitName: null };
    const by = kind === "AmendVisit" ? officer : actor;
    const meta = {
      commandId,
      now,
      occurredAt,
      actor: by,
      actsFor: [hostId],
      ...(lateEntryReason ? { lateEntryReason } : {}),
    };
    const promiseId = visit.state.promises?.[0]?.promiseId;
    const context = { state: visit.state, facts, law, meta, newId, number: null };
    const resolved = spec.resolve({ commandId, visitId: visit.id, promiseId, ...input }, context);
    const decision = resolved.refusal
      ? resolved
      : spec.aggregate.decider.decide({ type: spec.type, data: resolved.data, meta }, visit.state);
    if (decision.refusal) {
      refused.set(decision.refusal.code, (refused.get(decision.refusal.code) ?? 0) + 1);
      continue;
    }
    const commandHash = createHash("sha256").update(commandId).digest("base64url");
    const encoded = encode(decision.events, { actor: by, commandId, commandHash, correlationId: commandId });
    clock.ms = nowMs;
    pending.push(log.append(`visit-${visit.id}`, visit.revision, encoded));
    visit.revision = (visit.revision === "no_stream" ? -1 : visit.revision) + encoded.length;
    for (const event of decision.events) visit.state = spec.aggregate.decider.evolve(visit.state, event);
    head += encoded.length;
    if (pending.length >= IN_FLIGHT) await Promise.all(pending.splice(0));
  }
  await Promise.all(pending);
  if (refused.size > 0)
    process.stderr.write(`refused by the domain on the way: ${JSON.stringify(Object.fromEntries(refused))}\n`);
  return { head: await log.head(), visits: visits.size };
}
