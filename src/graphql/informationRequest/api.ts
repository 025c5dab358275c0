import { informationRequestSpecs } from "../../commands/informationRequests.js";
import { INFORMATION_REQUEST } from "../../domain/informationRequest/informationRequest.js";
import { informationRequest } from "../../domain/informationRequest/record.js";
import { informationRequests } from "../../projections/informationRequest/records.js";
import { subjectOf } from "../derive/subject.js";

export const informationRequestApi = subjectOf(
  informationRequest,
  INFORMATION_REQUEST,
  informationRequests,
  informationRequestSpecs,
  {
    description:
      "A request for information (yêu cầu cung cấp thông tin), by the press under the Press Law or by a citizen under the " +
      "Law on Access to Information, with its period and what became of it.",
    title: ({ subject }) => subject,
    list: {
      name: "informationRequests",
      description: "Requests by the day on which the unit that has them received them, latest first.",
      order: "DESC",
    },
  },
);
