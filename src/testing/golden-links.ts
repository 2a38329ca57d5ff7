/** Links as each version of the format wrote them: whatever comes later, these have to open. */

/** Of the worked example, as it was on 2026-11-22. */
export const GOLDEN_1 =
  '1.OuEPNqVRQW6DMBD8CprzBmEgPVhVP2L54MCWWoBBhqSJEFIe0j6iH-kj8pLKKCVN1VtlyfLujGfW4wkFpMJr52suN3w0bd8wCGmSPmyE2KQpCMnz_xY0wUGi9125L0bbORAYUikM7A_sQbfDNhZxAko1KRQWhKKx7MYbIhaott1Q_4XShB4SB3Zl5yPbmooxhxs72zTWVdHl_Pb5cTm_R4-7pzCHG_2p7-wiksVZEMkTmmAgp5-oVIJSPROaAIxs2vAkc2rZjQPmxWNg44uX36r5bbQBEnwc2TvTYNaaUC1qkNjGeWAFX3GNJ6drNxCHpd8vexk-7c5jze8aSBi0DyzPpjyBlEq-xUhoUmKtQpz5XZWtVaa1nr8A';

/** Of a catalog of one's own, with its text. */
export const GOLDEN_2 =
  '2.RedpA6VQS26DMBS8CppNNo-AadWFV72H7cWrMdQKGGQ7RAhx98pNpRygepun-Wk0ByykwuyDA6Fru49aiLp7B6Ed_ncwhACJlHn0YQRhgDywTpyHJc6QCMvMPU6Cg1QKycXNRdDrEdf22oKEIQXrQbCTdyG_mDdjCGOJzZDofsGTMBck8OzSytZB4sF7dVkXH_Kl5Ade0_eS695HSDQbx-aL7e2-puLeinuCFCfhBolDh6rSKKU5a8hKw_I9uQfvjeXM0zJ-Cg16ynz_lJRJNXQ4dQBhLStHx_0OUqqlv64kjDHnDw';
