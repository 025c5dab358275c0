import { items, rows } from "./table.js";

/**
 * The press of the scene. The agencies are those that a reader in Thanh Hóa would expect (but for the last one, which is
 * made up); every reporter, card, letter and office is made up, and what they do here never happened.
 */

export const AGENCIES = rows(
  ["key", "name", "kinds", "level", "governingBody"],
  `
  bao-thanh-hoa | Báo Thanh Hóa                              | PRINT, ONLINE             | LOCAL          | Tỉnh ủy Thanh Hóa
  dai-ptth      | Đài Phát thanh và Truyền hình Thanh Hóa    | RADIO, TELEVISION, ONLINE | LOCAL          | Ủy ban nhân dân tỉnh Thanh Hóa
  bao-vhds      | Báo Văn hóa và Đời sống                    | PRINT, ONLINE             | LOCAL          | Sở Văn hóa, Thể thao và Du lịch Thanh Hóa
  nhan-dan      | Báo Nhân Dân                               | PRINT, ONLINE             | CENTRAL        | Ban Chấp hành Trung ương Đảng
  ttxvn         | Thông tấn xã Việt Nam                      | NEWS_AGENCY, ONLINE       | CENTRAL        | Chính phủ
  vov           | Đài Tiếng nói Việt Nam                     | RADIO, TELEVISION, ONLINE | CENTRAL        | Chính phủ
  lao-dong      | Báo Lao Động                               | PRINT, ONLINE             | CENTRAL        | Tổng Liên đoàn Lao động Việt Nam
  nong-nghiep   | Báo Nông nghiệp Việt Nam                   | PRINT, ONLINE             | CENTRAL        | Bộ Nông nghiệp và Phát triển nông thôn
  tien-phong    | Báo Tiền Phong                             | PRINT, ONLINE             | CENTRAL        | Trung ương Đoàn TNCS Hồ Chí Minh
  phap-luat     | Báo Pháp luật Việt Nam                     | PRINT, ONLINE             | CENTRAL        | Bộ Tư pháp
  giao-thong    | Báo Giao thông                             | PRINT, ONLINE             | CENTRAL        | Bộ Giao thông vận tải
  bao-nghe-an   | Báo Nghệ An                                | PRINT, ONLINE             | OTHER_PROVINCE | Tỉnh ủy Nghệ An
  tc-btb        | Tạp chí Kinh tế Bắc Trung Bộ (hư cấu)      | ONLINE                    | CENTRAL        | Hội Khoa học Kinh tế Bắc Trung Bộ (hư cấu)
`,
).map(({ kinds, ...agency }) => ({ ...agency, kinds: items(kinds) }));

/** A card of `2011-2015` had run out long before; whoever has none comes with letters. */
export const REPORTERS = rows(
  ["key", "name", "kind", "agency", "since", "card", "issue"],
  `
  minh-thu   | Lê Minh Thư      | CARD_HOLDER          | bao-thanh-hoa | 2014-03-01 | IBT 07121 | 2016-2020
  quang-vinh | Phạm Quang Vĩnh  | CARD_HOLDER          | bao-thanh-hoa | 2011-06-15 | IBT 07122 | 2016-2020
  thi-hao    | Trịnh Thị Hảo    | OCCASIONAL           | bao-thanh-hoa | 2018-08-01 |           |
  duc-tam    | Hoàng Đức Tâm    | CARD_HOLDER          | dai-ptth      | 2009-01-05 | IBT 07205 | 2016-2020
  thi-nhan   | Nguyễn Thị Nhàn  | CARD_HOLDER          | dai-ptth      | 2013-10-01 | IBT 07206 | 2016-2020
  xuan-loc   | Mai Xuân Lộc     | COLLABORATOR         | dai-ptth      | 2018-02-01 |           |
  vi-hanh    | Vi Thị Hạnh      | OCCASIONAL           | dai-ptth      | 2019-01-02 |           |
  thi-lien   | Đỗ Thị Liên      | CARD_HOLDER          | bao-vhds      | 2012-05-01 | IBT 07311 | 2016-2020
  hai-nam    | Vũ Hải Nam       | CARD_HOLDER          | bao-vhds      | 2015-09-01 | IBT 07312 | 2016-2020
  van-thang  | Trần Văn Thăng   | RESIDENT             | nhan-dan      | 2010-04-01 | IBT 00418 | 2016-2020
  ngoc-hieu  | Bùi Ngọc Hiếu    | RESIDENT             | ttxvn         | 2012-07-01 | IBT 01830 | 2016-2020
  thi-quyen  | Lương Thị Quyên  | CARD_HOLDER          | ttxvn         | 2015-03-01 | IBT 01831 | 2016-2020
  sy-hoa     | Cao Sỹ Hòa       | RESIDENT             | vov           | 2008-11-01 | IBT 02377 | 2016-2020
  ha-mo      | Hà Thị Mơ        | CARD_HOLDER          | vov           | 2014-12-01 | IBT 02378 | 2016-2020
  trong-phu  | Đặng Trọng Phú   | RESIDENT             | lao-dong      | 2013-02-01 | IBT 03140 | 2016-2020
  van-chinh  | Lê Văn Chính     | REGULARLY_INTRODUCED | lao-dong      | 2009-08-01 | IBT 03098 | 2011-2015
  khac-dung  | Lê Khắc Dũng     | RESIDENT             | nong-nghiep   | 2011-01-01 | IBT 03655 | 2016-2020
  thi-oanh   | Phạm Thị Oanh    | REGULARLY_INTRODUCED | nong-nghiep   | 2017-06-01 |           |
  tien-dat   | Nguyễn Tiến Đạt  | CARD_HOLDER          | tien-phong    | 2014-05-01 | IBT 04012 | 2016-2020
  cong-ly    | Trương Công Lý   | REGULARLY_INTRODUCED | phap-luat     | 2015-01-01 | IBT 04420 | 2016-2020
  van-thuc   | Đinh Văn Thực    | REGULARLY_INTRODUCED | giao-thong    | 2018-03-01 |           |
  thi-sam    | Ngô Thị Sâm      | OCCASIONAL           | bao-nghe-an   | 2016-09-01 |           |
  van-khoi   | Quách Văn Khôi   | REGULARLY_INTRODUCED | tc-btb        | 2016-04-01 | IBT 05903 | 2016-2020
`,
);

/** The terms of the cards, as printed on them. */
export const CARD_TERMS: Readonly<Record<string, { readonly issuedOn: string; readonly validTo: string }>> = {
  "2011-2015": { issuedOn: "2011-01-01", validTo: "2015-12-31" },
  "2016-2020": { issuedOn: "2016-01-01", validTo: "2020-12-31" },
};

/** Notices of representative offices; `rejected` says why one was not accepted. */
export const OFFICES = rows(
  ["agency", "head", "address", "notifiedOn", "startsOn", "rejected"],
  `
  nhan-dan    | van-thang | Phường Ba Đình, thành phố Thanh Hóa   | 2018-01-15 | 2018-02-12 |
  ttxvn       | ngoc-hieu | Phường Điện Biên, thành phố Thanh Hóa | 2018-01-22 | 2018-03-01 |
  vov         | sy-hoa    | Phường Lam Sơn, thành phố Thanh Hóa   | 2018-02-05 | 2018-03-05 |
  lao-dong    | trong-phu | Phường Đông Vệ, thành phố Thanh Hóa   | 2018-03-12 | 2018-04-02 |
  nong-nghiep | khac-dung | Phường Phú Sơn, thành phố Thanh Hóa   | 2018-05-07 | 2018-06-01 |
  phap-luat   | cong-ly   | Phường Ngọc Trạo, thành phố Thanh Hóa | 2019-08-26 | 2019-09-02 | Thông báo chưa đủ 15 ngày trước khi hoạt động.
`,
);

/** Letters of introduction that are in the register: to whom, and until when. Others are only shown at the door. */
export const LETTERS = rows(
  ["reporter", "number", "issuedOn", "validTo", "units", "content"],
  `
  thi-oanh | 214/GGT-NNVN | 2019-09-03 | 2019-10-31 | so-nnptnt, huyen-nga-son, huyen-tho-xuan, huyen-cam-thuy | Tìm hiểu tái cơ cấu nông nghiệp, phòng chống dịch tả lợn châu Phi
  van-thuc | 96/GGT-BGT   | 2019-09-09 | 2019-12-31 | so-gtvt, tp-thanh-hoa, huyen-tinh-gia                  | Tìm hiểu công tác bảo đảm trật tự an toàn giao thông, dự án giao thông
`,
).map(({ units, ...letter }) => ({ ...letter, units: items(units) }));
