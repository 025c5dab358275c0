import { rows } from "../table.js";

/**
 * The violation cases of the scene under Decree 159/2013: who had them, who was found out, and which day each step was
 * taken on. A household business (H) and an individual (I) are fined half of what an organisation (O) is; of nobody
 * known (N) there is nothing to fine. All persons, firms and titles are made up.
 */
export interface CaseLine {
  readonly key: string;
  readonly inspection: string;
  readonly unit: string;
  readonly kind: string;
  readonly name: string;
  readonly address: string;
  readonly detectedOn: string;
  readonly minutesOn: string;
  readonly signedOn: string;
  /** When the decision was served, and the exhibits confiscated if there are any. */
  readonly receivedOn: string;
  readonly acts: readonly ActLine[];
}

/** One act: for publications, one title. */
export interface ActLine {
  readonly title: string;
  readonly copies: number;
  /** Under Decree 159/2013, e.g. `27.2.b`; empty: lawful after all, and given back. */
  readonly code: string;
  /** In đồng; empty: a warning, or nobody to be fined. */
  readonly amount: string;
  readonly circumstance: string;
}

const KINDS: Readonly<Record<string, string>> = {
  H: "HOUSEHOLD_BUSINESS",
  O: "ORGANISATION",
  I: "INDIVIDUAL",
  N: "UNKNOWN",
};

const caseLines = (cases: string, acts: string): CaseLine[] => {
  const allActs = rows(["case", "title", "copies", "code", "amount", "circumstance"], acts);
  return rows(["key", "inspection", "unit", "kind", "name", "address", "days"], cases).map(
    ({ days, kind, ...line }) => {
      const [detectedOn = "", minutesOn = "", signedOn = "", receivedOn = ""] = days
        .split(" ")
        .map((day) => `2019-${day}`);
      const own = allActs.filter((act) => act.case === line.key);
      return {
        ...line,
        ...{ kind: KINDS[kind] ?? kind, detectedOn, minutesOn, signedOn, receivedOn },
        acts: own.map(({ copies, amount, ...act }) => ({
          ...act,
          copies: Number(copies),
          amount: amount.replaceAll(".", ""),
        })),
      };
    },
  );
};

// Days: detected, minutes, decision signed, decision served
export const CASES: readonly CaseLine[] = caseLines(
  `
  k1  | i03 | so-tttt         | H | Hiệu sách Bình Minh                              | Phường Ngọc Trạo, thành phố Thanh Hóa | 09-10 09-10 09-16 09-18
  k2  | i04 | tp-sam-son      | H | Hiệu sách Hồng Đức                               | Phường Trường Sơn, thành phố Sầm Sơn  | 09-13 09-13 09-19 09-20
  k3  | i11 | so-tttt         | O | Công ty TNHH In và Bao bì Sông Chu               | Phường Đông Hương, thành phố Thanh Hóa | 09-27 09-27 10-15 10-17
  k4  | i05 | huyen-hoang-hoa | H | Hiệu sách Hồng Đức cơ sở Bút Sơn                 | Thị trấn Bút Sơn, huyện Hoằng Hóa     | 09-17 09-17 09-23 09-25
  k5  | i21 | so-tttt         | O | Công ty cổ phần Sách và Thiết bị Đọi Sơn         | Phường Quảng Thắng, thành phố Thanh Hóa | 10-18 10-18 10-25 10-28
  k6  | i15 | tp-thanh-hoa    | H | Kho sách Đông Vệ                                 | Phường Đông Vệ, thành phố Thanh Hóa   | 10-07 10-07 10-14 10-16
  k7  | i07 | huyen-tho-xuan  | H | Cửa hàng sách Thanh Tâm                          | Thị trấn Thọ Xuân, huyện Thọ Xuân     | 09-20 09-20 09-27 09-30
  k8  | i23 | tp-thanh-hoa    | O | Công ty TNHH Vận tải và Thương mại Bắc Nam Thanh | Phường Quảng Thịnh, thành phố Thanh Hóa | 10-24 10-24 10-30 11-01
  k9  | i09 | tx-bim-son      | H | Nhà sách Ngọc Trạo                               | Phường Ngọc Trạo, thị xã Bỉm Sơn      | 09-24 09-24 09-30 10-02
  k10 |     | so-tttt         | O | Công ty cổ phần Đầu tư Du lịch Biển Xanh         | Phường Bắc Sơn, thành phố Sầm Sơn     | 10-21 10-22 10-28 10-30
  k11 |     | huyen-tinh-gia  | I | Lê Văn Bảy                                       | Xã Hải Thượng, huyện Tĩnh Gia         | 10-30 10-31 11-06 11-08
  k12 | i25 | huyen-ngoc-lac  | H | Hiệu sách Ngọc Khê                               | Thị trấn Ngọc Lặc, huyện Ngọc Lặc     | 11-08 11-08 11-15 11-20
  k13 | t02 | so-tttt         | O | Văn phòng đại diện Tạp chí Doanh nhân Xứ Thanh   | Phường Lam Sơn, thành phố Thanh Hóa   | 11-04 11-04 11-08 11-11
  k15 | i12 | huyen-nga-son   | H | Nhà sách Vân Thủy                                | Thị trấn Nga Sơn, huyện Nga Sơn       | 09-30 09-30 10-07 10-09
  k16 | i14 | huyen-quang-xuong | H | Hiệu sách Lưu Vệ                               | Thị trấn Quảng Xương, huyện Quảng Xương | 10-03 10-03 10-09 10-11

  # Nobody said it was theirs: only confiscation is decided, and not before the owner was sought
  k14 | i27 | huyen-thach-thanh | N |                                                |                                       | 11-12 11-12 12-10 12-10
`,
  `
  k1 | Bộ đề luyện thi Tiếng Việt tiểu học    | 64 | 27.2.b | 2.000.000 |
  k1 | Truyện tranh Thám tử Sao Hôm           | 38 | 27.1.b | 1.000.000 |
  k1 | Sổ tay công thức Vật lí                | 45 | 27.1.b | 1.000.000 |
  k1 | Từ điển Anh – Việt bỏ túi              | 72 | 27.2.b | 2.000.000 |
  k1 | Lịch sử xứ Thanh giản lược             | 40 |        |           |

  k2 | Cẩm nang du lịch biển                  | 28 | 27.1.a | 1.000.000 |
  k2 | Truyện cười dân gian chọn lọc          | 33 | 27.1.a | 1.000.000 |
  k2 | Xem ngày tốt trong năm                 | 41 | 27.1.a | 1.000.000 |

  k3 | Tuyển tập văn khấn cổ truyền           | 272 | 24.7.a | 35.000.000 |
  k3 | Bài tập nâng cao Toán lớp 9            | 60  | 25.2   | 7.500.000  |

  k4 | Vở luyện viết chữ đẹp lớp 1            | 55 | 27.2.a | 2.000.000 |
  k4 | Ngữ pháp Tiếng Anh căn bản             | 22 | 27.1.a | 1.000.000 |

  k5 | Sách tham khảo Hóa học 12              | 120 | 27.3.a | 7.500.000 |
  k5 | Sách tham khảo Sinh học 12             | 85  | 27.2.a | 4.000.000 |
  k5 | Đề cương ôn tập Địa lí 12              | 40  | 27.1.a | 2.000.000 |

  k6 | Truyện ngắn Mùa nước nổi               | 110 | 27.3.b | 3.750.000 |
  k6 | Kỹ năng sống cho thiếu niên            | 60  | 27.2.b | 2.000.000 |
  k6 | Giải toán bằng sơ đồ                   | 35  | 27.1.b | 1.000.000 |

  k7 | Bài tập bổ trợ Tiếng Việt lớp 4        | 26 | 27.1.a | 1.000.000 |
  k7 | Bài tập bổ trợ Toán lớp 4              | 31 | 27.1.a | 1.000.000 |
  k7 | Bé tập tô màu                          | 19 | 27.1.a | 750.000   | MITIGATING_COOPERATION

  k8 | Luyện thi trung học phổ thông Ngữ văn  | 310 | 27.4.a | 12.000.000 | MITIGATING_COOPERATION

  k9 | Sách bài tập Tiếng Anh lớp 6           | 52 | 27.2.a | 2.000.000 |
  k9 | Văn mẫu lớp 6                          | 30 | 27.1.a | 1.500.000 |

  k10 | | 0 | 11.1 | 2.000.000 |
  k11 | | 0 | 7.2  | 7.500.000 |

  k12 | Tự học chữ Thái                       | 47 | 27.1.b | 1.000.000 |
  k12 | Hướng dẫn trồng luồng                 | 18 | 27.1.b | 1.000.000 |

  k13 | | 0 | 30.1 | |

  k14 | Truyện tranh nhập lậu, nhiều tập      | 126 | 27.3.a | |

  k15 | Bộ truyện Chiến binh vũ trụ           | 105 | 27.3.b | 3.750.000 |
  k15 | Tuyển tập đề thi học sinh giỏi        | 62  | 27.2.b | 2.000.000 |
  k15 | Sổ tay Ngữ văn                        | 49  | 27.1.b | 1.250.000 | AGGRAVATING_REPEATED
  k15 | Mẹo giải nhanh trắc nghiệm            | 20  | 27.1.b | 1.000.000 |
  k15 | Nông lịch                             | 25  |        |           |

  k16 | Phương pháp học Tiếng Anh             | 58 | 27.2.a | 2.000.000 |
  k16 | Ca dao xứ Thanh                       | 24 | 27.1.a | 1.000.000 |
`,
);

/** Dealt with before the day of the report, but entered after it. */
export const LATE_CASES: readonly CaseLine[] = caseLines(
  `
  k17 | l01 | huyen-nhu-xuan | H | Quầy sách Yên Cát | Thị trấn Yên Cát, huyện Như Xuân | 11-08 11-08 11-13 11-14
`,
  `
  k17 | Học nhanh bảng cửu chương | 54 | 27.2.a | 2.000.000 |
`,
);

/** The code as the catalogue has it. */
export const codeOf = ({ code }: ActLine): string => `159.${code}`;
