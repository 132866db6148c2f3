/** What a newcomer finds in the editor: operations that need no identity, and one that shows what an identity changes. */
export const exampleQueries = `# 律枢 Lushu: one schema for the court, the justice department and the lawyers association.
# 法院、司法行政机关与律师协会共用的一张数据图。
#
# Put the cursor in an operation and press Ctrl-Enter.
# 光标置于某一查询内,按 Ctrl-Enter 执行。
#
# What you see depends on who asks; withheld fields are null and explained under "extensions".
# 所见内容取决于身份;不予展示的字段为 null,依据见 extensions。

# What can be asked here?
# 可以查询什么?
query Operations {
  __schema {
    queryType {
      fields {
        name
        description
      }
    }
  }
}

# One lawyer by practising-certificate number.
# 按执业证号查询律师。
query LawyerByCertificate {
  lawyer(certificateNo: "13301201511000002") {
    fullName
    certificateNo
    licenceStatus
  }
}

# The same lawyer with the contact data; ask as the public, then as the filing division.
# 先以社会公众、再以立案庭身份查询。
query ContactOfLawyer {
  lawyer(certificateNo: "13301201511000002") {
    fullName
    mobile
    homeAddress
  }
}
`;
