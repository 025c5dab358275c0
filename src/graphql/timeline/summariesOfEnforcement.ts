import type { SeizureEvent } from "../../domain/exhibit/seizure.js";
import type { SummariesOf } from "./summary.js";

export const OF_SEIZURES: SummariesOf<SeizureEvent> = {
  ExhibitsSeized: ["Exhibits were seized.", "Tạm giữ tang vật."],
  SeizureExtended: ["The seizure was extended.", "Kéo dài thời hạn tạm giữ."],
  ExhibitsCounted: ["The exhibits were counted.", "Kiểm đếm tang vật."],
  ExhibitsMoved: ["Exhibits were moved.", "Di chuyển tang vật."],
  ExhibitsUnsealed: ["Exhibits were unsealed.", "Mở niêm phong tang vật."],
  ExhibitsResealed: ["Exhibits were sealed again.", "Niêm phong lại tang vật."],
  UnclaimedExhibitsAnnounced: ["An owner was looked for by public notice.", "Thông báo tìm chủ sở hữu tang vật."],
  ExhibitsReturned: ["Exhibits were returned.", "Trả lại tang vật."],
  ExhibitsConfiscated: ["Exhibits were confiscated.", "Tịch thu tang vật."],
  ExhibitDiscrepancyRecorded: ["A discrepancy was recorded.", "Ghi nhận chênh lệch tang vật."],
  ExhibitsDestroyed: ["Exhibits were destroyed.", "Tiêu hủy tang vật."],
  ExhibitsTransferred: ["Exhibits were handed over to another body.", "Chuyển giao tang vật."],
  ExhibitsSold: ["Exhibits were sold.", "Bán tang vật."],
  ConfiscationRevoked: ["The confiscation was revoked.", "Hủy việc tịch thu tang vật."],
  ExhibitLotSplit: ["A lot was split.", "Tách lô tang vật."],
  ExhibitLotsMerged: ["Lots were merged.", "Gộp lô tang vật."],
  InventoryCorrected: ["The inventory was corrected.", "Đính chính bảng kê tang vật."],
  SeizureVoided: ["The record of the seizure was voided.", "Vô hiệu hồ sơ tạm giữ."],
};
