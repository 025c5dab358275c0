import type { Api, Json } from "./api.js";

const DAY = "2019-09-10";

interface Giving {
  readonly api: Api;
  /** Whom the supervision is about. */
  readonly unitId: string;
  readonly keep: (name: string, input: Record<string, unknown>) => Promise<string>;
  readonly takeBackLast: (of: string, field: string, id: string) => Promise<string>;
}

/** Gives every mutation of a supervision, the least that each needs. */
export async function giveAllOfOversight({ api, unitId, keep, takeBackLast }: Giving): Promise<void> {
  const of = {
    title: "Phát ngôn",
    committee: "Ban Văn hóa – Xã hội",
    matters: ["STATEMENTS"],
    supervisedIds: [unitId],
  };
  const decided = { ...of, decision: "12/QĐ-HĐND", decidedOn: DAY };
  const part = async (oversightId: string, list: string, id: string): Promise<string> => {
    const asked = `query ($id: OversightId!) { oversight(id: $id) { ${list} { ${id} } } }`;
    const shown = (await api.ask(asked, { id: oversightId })) as Json;
    return shown.oversight[list].at(-1)[id] as string;
  };
  await keep("programmeOversight", of);
  const oversightId = await keep("decideOversight", decided);
  const on = { oversightId, on: DAY, unitId, what: "Làm việc" };
  await keep("notifyOversight", { oversightId, notifiedOn: DAY });
  await keep("requestOversightReport", { oversightId, unitId, what: "Báo cáo", dueOn: "2019-09-30" });
  const reportId = await part(oversightId, "reports", "reportId");
  await keep("receiveOversightReport", { oversightId, reportId, document: "1/BC", receivedOn: DAY });
  await keep("recordOversightFieldWork", on);
  await keep("draftOversightReport", { oversightId, draftedOn: DAY });
  await keep("commentOnOversightDraft", on);
  await keep("holdOversightSession", { oversightId, sessionAt: `${DAY}T02:00:00.000Z` });
  const asked = { label: "Số lượt", measure: "VISITS", from: "2019-01-01", to: DAY };
  await keep("layOversightFigure", { oversightId, ...asked });
  const figureId = await part(oversightId, "figures", "figureId");
  await keep("withdrawOversightFigure", { oversightId, figureId, reason: "Nhầm" });
  await keep("recordOversightFinding", { oversightId, matter: "STATEMENTS", what: "Tốt" });
  const findingId = await part(oversightId, "findings", "findingId");
  await keep("withdrawOversightFinding", { oversightId, findingId, reason: "Nhầm" });
  const made = { oversightId, unitId, what: "Chấn chỉnh" };
  await keep("makeOversightRecommendation", made);
  const withdrawn = await part(oversightId, "recommendations", "recommendationId");
  await keep("withdrawOversightRecommendation", { oversightId, recommendationId: withdrawn, reason: "Nhầm" });
  await keep("makeOversightRecommendation", made);
  const about = { oversightId, recommendationId: await part(oversightId, "recommendations", "recommendationId") };
  await keep("concludeOversight", { oversightId, conclusion: "5/KL", concludedOn: DAY, conclusionText: "Đạt" });
  await keep("sendOversightConclusion", { oversightId, sentOn: DAY });
  await keep("publishOversightConclusion", { oversightId, publishedOn: DAY });
  await keep("answerOversightRecommendation", { ...about, accepts: true, responseOn: DAY });
  await keep("planOversightRecommendation", { ...about, plannedFor: "2019-12-31" });
  await keep("reportOversightRecommendationDone", { ...about, doneOn: DAY, how: "Xong" });
  await keep("reportOversightRecommendationDone", { ...about, doneOn: DAY, how: "Xong", evidenceIds: [unitId] });
  await keep("confirmOversightRecommendation", { ...about, confirmedOn: DAY });
  await keep("reopenOversightRecommendation", { ...about, reason: "Chưa đạt" });
  await takeBackLast("Oversight", "oversightId", oversightId);
  await keep("endOversight", { oversightId, ending: "CLOSED", endedOn: DAY });
  await keep("correctOversight", { oversightId, title: "Phát ngôn, cung cấp thông tin", reason: "Thiếu" });
  await keep("voidOversight", { oversightId, reason: "Nhập nhầm" });
  await keep("cancelOversight", {
    oversightId: await keep("decideOversight", decided),
    endedOn: DAY,
    reason: "Dừng",
  });
}
