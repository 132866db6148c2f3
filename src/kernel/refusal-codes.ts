// Long because it is one table: every code with its sentence in both languages.
/** Where a refusal comes from, for the reader of `schema/refusals.md`. */
export type RefusalGroup = 'door' | 'document' | 'rights' | 'input' | 'licence' | 'record' | 'system';

/** One line of the closed code table: HTTP status of a whole-request refusal, and its sentence in both languages. */
export interface RefusalLine {
  readonly group: RefusalGroup;
  readonly status: number;
  readonly en: string;
  readonly zh: string;
}

const line = (group: RefusalGroup, status: number, en: string, zh: string): RefusalLine => ({ group, status, en, zh });

/**
 * Every code that Lushu can answer with. Sentences may name `{placeholders}`, filled from a refusal's details,
 * which never hold a personal value. Printed to `schema/refusals.md`; a test holds that each code is thrown somewhere.
 */
export const refusalCodes = {
  // the door: who asks, and how
  TOKEN_MALFORMED: line('door', 401, 'The bearer token cannot be read.', '令牌格式错误,无法识别。'),
  TOKEN_EXPIRED: line('door', 401, 'The bearer token has expired.', '令牌已过期。'),
  TOKEN_FORGED: line('door', 401, 'The signature of the bearer token does not verify.', '令牌签名校验不通过。'),
  TOKEN_FOREIGN: line(
    'door',
    401,
    'The bearer token is of another issuer or for another audience.',
    '令牌的签发者或受众不符。',
  ),
  TOKEN_NOT_YET_VALID: line('door', 401, 'The bearer token is not valid yet.', '令牌尚未生效。'),
  TOKEN_KEY_UNKNOWN: line(
    'door',
    401,
    'The issuer publishes no key of the name the bearer token gives.',
    '签发者未公布令牌所指的密钥。',
  ),
  TOKEN_ALGORITHM_REFUSED: line(
    'door',
    401,
    'The bearer token is signed by an algorithm that is not allowed.',
    '令牌使用了不被允许的签名算法。',
  ),
  ISSUER_UNKNOWN: line('door', 401, 'The hub does not know the issuer of the bearer token.', '令牌的签发者未被信任。'),
  AUDIENCE_WRONG: line('door', 401, 'The bearer token is meant for another audience.', '令牌的受众不是本系统。'),
  ISSUER_OVERREACHES: line(
    'door',
    403,
    'The issuer of the bearer token does not speak for that institution.',
    '令牌的签发者无权代表该机构。',
  ),
  CERTIFICATE_MISSING: line(
    'door',
    401,
    'The token is bound to a client certificate; show it on the mutual TLS address.',
    '令牌与客户端证书绑定,请在双向 TLS 地址出示该证书。',
  ),
  CERTIFICATE_MISMATCH: line(
    'door',
    401,
    'The token is bound to another client certificate.',
    '令牌绑定的是另一张客户端证书。',
  ),
  CLIENT_UNKNOWN: line('door', 401, 'The client is not registered, or not activated.', '客户端未登记或尚未启用。'),
  CLIENT_DISABLED: line('door', 403, 'The client has been disabled.', '客户端已停用。'),
  CLIENT_LOCKED: line(
    'door',
    429,
    'Too many failed authentications; the client is locked for a while.',
    '认证失败次数过多,客户端已暂时锁定。',
  ),
  ASSERTION_REFUSED: line(
    'door',
    401,
    'The client assertion does not verify, has expired, or was used before.',
    '客户端断言校验不通过、已过期或已被使用。',
  ),
  PERSON_DISABLED: line('door', 403, 'The account of this person has been disabled.', '该人员账号已停用。'),
  ROLE_NOT_HELD: line('door', 403, 'The token does not hold that role.', '令牌不具有所选角色。'),
  ROLE_UNSTATED: line(
    'door',
    400,
    'The token holds several roles; name one in the header X-Lushu-Role.',
    '令牌具有多个角色,请在请求头 X-Lushu-Role 中指明其一。',
  ),
  ROLES_CONFLICT: line(
    'door',
    403,
    'The token holds roles that one person may not combine.',
    '令牌所载角色不得由一人兼任。',
  ),
  PURPOSE_NOT_ALLOWED: line('door', 403, 'This role may not claim that purpose.', '该角色不得主张此使用目的。'),
  RIGHTS_CHANGED: line(
    'system',
    503,
    'Rights were changed while the request was on its way; send it again.',
    '处理期间权限发生变更,请重新发送请求。',
  ),
  ORIGIN_FOREIGN: line('door', 403, 'A page of another site may not ask the hub.', '不接受其他网站页面发起的请求。'),
  RATE_LIMITED: line(
    'door',
    429,
    'Too many requests from this client; wait as Retry-After says.',
    '该客户端请求过于频繁,请按 Retry-After 等待。',
  ),
  TOO_MANY_AT_ONCE: line(
    'door',
    429,
    'This client has too many operations running at once.',
    '该客户端同时进行的操作过多。',
  ),
  TOO_SLOW: line(
    'system',
    503,
    'The operation took longer than {limitMillis} ms and was stopped.',
    '操作超过 {limitMillis} 毫秒,已被中止。',
  ),
  ROLE_UNKNOWN: line('door', 403, 'The token names a role or unit that does not exist.', '令牌所载角色或单位不存在。'),
  PURPOSE_MISSING: line(
    'door',
    400,
    'State the purpose in the header X-Lushu-Purpose.',
    '请在请求头 X-Lushu-Purpose 中说明使用目的。',
  ),
  PURPOSE_UNKNOWN: line('door', 400, 'That purpose is not in the closed list.', '使用目的不在规定清单之内。'),
  GATEWAY_REFUSED: line('door', 401, 'A subgraph answers only to the gateway identity.', '子图仅向网关身份开放。'),
  ROUTE_UNKNOWN: line(
    'door',
    404,
    'There is nothing at this address; ask POST /graphql.',
    '此地址无内容,请向 /graphql 提交查询。',
  ),
  BODY_TOO_LARGE: line(
    'door',
    413,
    'The request body is larger than {limitBytes} bytes.',
    '请求体超过 {limitBytes} 字节上限。',
  ),
  REQUEST_MALFORMED: line(
    'door',
    400,
    'The request is not a well-formed GraphQL request.',
    '请求不是格式正确的 GraphQL 请求。',
  ),
  // the document
  DOCUMENT_UNPARSABLE: line('document', 400, 'The GraphQL document has a syntax error.', 'GraphQL 文档存在语法错误。'),
  DOCUMENT_INVALID: line('document', 400, 'The GraphQL document does not fit the schema.', 'GraphQL 文档与模式不符。'),
  OPERATION_UNKNOWN: line(
    'document',
    400,
    'The document holds no operation of that name.',
    '文档中没有指定名称的操作。',
  ),
  VARIABLES_INVALID: line(
    'document',
    400,
    'A variable or argument has a value of the wrong kind.',
    '变量或参数的取值类型不符。',
  ),
  TOO_DEEP: line('document', 400, 'The selection is deeper than {limit} levels.', '查询嵌套超过 {limit} 层。'),
  TOO_MANY_ALIASES: line('document', 400, 'The document has more than {limit} aliases.', '别名超过 {limit} 个。'),
  TOO_MANY_ROOT_FIELDS: line(
    'document',
    400,
    'The operation has more than {limit} root fields.',
    '根字段超过 {limit} 个。',
  ),
  TOO_MANY_TOKENS: line('document', 400, 'The document has more than {limit} tokens.', '文档超过 {limit} 个词元。'),
  TOO_MANY_DIRECTIVES: line('document', 400, 'The document has more than {limit} directives.', '指令超过 {limit} 个。'),
  TOO_COSTLY: line(
    'document',
    400,
    'The operation costs {cost}, more than {limit}; ask for fewer records or fields at once.',
    '操作成本为 {cost},超过上限 {limit};请减少一次请求的记录或字段。',
  ),
  // rights
  FORBIDDEN: line('rights', 403, 'This role may not ask {coordinate}.', '该角色无权请求 {coordinate}。'),
  ARGUMENT_FORBIDDEN: line('rights', 403, 'This role may not use {coordinate}.', '该角色无权使用参数 {coordinate}。'),
  OUT_OF_REACH: line(
    'rights',
    403,
    'The record belongs to another unit; only its own unit may write it.',
    '该记录属于其他单位,仅所属单位可以写入。',
  ),
  NOT_FOUND: line('rights', 404, 'No such record, or none within reach.', '未找到该记录,或不在可及范围内。'),
  // input
  DATE_INVALID: line('input', 400, 'Not a calendar day in the form YYYY-MM-DD.', '不是有效的日历日(YYYY-MM-DD)。'),
  PERIOD_INVALID: line('input', 400, 'The period ends before it begins.', '期间的截止日早于起始日。'),
  CERTIFICATE_NO_INVALID: line('input', 400, 'Not a practising-certificate number.', '不是有效的律师执业证号。'),
  CREDIT_CODE_INVALID: line(
    'input',
    400,
    'Not a unified social credit code, or its check character fails.',
    '不是有效的统一社会信用代码,或校验码不符。',
  ),
  CITIZEN_ID_INVALID: line(
    'input',
    400,
    'Not a citizen ID number, or its check character fails.',
    '不是有效的公民身份号码,或校验码不符。',
  ),
  DIVISION_INVALID: line('input', 400, 'Not a known division code (GB/T 2260).', '不是已知的行政区划代码(GB/T 2260)。'),
  PHONE_INVALID: line('input', 400, 'Not a phone number.', '不是有效的电话号码。'),
  EMAIL_INVALID: line('input', 400, 'Not an e-mail address.', '不是有效的电子邮箱地址。'),
  TEXT_INVALID: line(
    'input',
    400,
    'The text is empty, longer than {limit} characters, or holds control characters.',
    '文本为空、超过 {limit} 个字符或含控制字符。',
  ),
  VALUE_UNKNOWN: line('input', 400, 'Not a value of the closed list.', '取值不在规定清单之内。'),
  NUMBER_OUT_OF_RANGE: line(
    'input',
    400,
    'The number is outside {from} to {until}.',
    '数值须在 {from} 至 {until} 之间。',
  ),
  TEXT_UNSTORABLE: line(
    'input',
    400,
    'The text holds a NUL character or half of a surrogate pair.',
    '文本含空字符或不完整的代理对。',
  ),
  FIELD_REQUIRED: line('input', 400, 'This field is required here.', '此处该字段为必填项。'),
  FIELD_NOT_ALLOWED: line('input', 400, 'This field does not belong here.', '此处不应填写该字段。'),
  BATCH_TOO_LARGE: line('input', 400, 'A batch holds at most {limit} items.', '单批最多 {limit} 项。'),
  BATCH_EMPTY: line('input', 400, 'The batch is empty.', '批次为空。'),
  PAGE_INVALID: line('input', 400, 'A page holds 1 to {limit} items.', '每页条数须在 1 至 {limit} 之间。'),
  CURSOR_INVALID: line('input', 400, 'The cursor was not issued for this list and order.', '游标与该列表或排序不符。'),
  KEY_REPEATED: line(
    'input',
    400,
    'The same key occurs twice in this batch with different content.',
    '同一批次内相同的键对应不同内容。',
  ),
  KEY_CONFLICT: line(
    'input',
    409,
    'This key was used before with different content; the first stays.',
    '该键此前已用于不同内容,以首次为准。',
  ),
  // the licence
  LAWYER_UNKNOWN: line('licence', 404, 'No lawyer with that number or id.', '没有该执业证号或标识的律师。'),
  FIRM_UNKNOWN: line('licence', 404, 'No law firm with that code or id.', '没有该信用代码或标识的律师事务所。'),
  FIRM_CLOSED: line(
    'licence',
    409,
    'The law firm does not stand on that day: not yet open, or closed.',
    '该律师事务所在该日尚未成立或已终止。',
  ),
  LICENCE_NOT_GRANTED: line('licence', 409, 'No licence had been granted by that day.', '截至该日尚未准予执业。'),
  LICENCE_ALREADY_GRANTED: line('licence', 409, 'A licence is already in force on that day.', '该日已有有效执业许可。'),
  LICENCE_SUSPENDED: line('licence', 409, 'The licence is suspended on that day.', '该日处于停止执业期间。'),
  LICENCE_PAUSED: line('licence', 409, 'The licence is already paused on that day.', '该日已处于暂停执业状态。'),
  LICENCE_DEREGISTERED: line('licence', 409, 'The licence is deregistered (注销) on that day.', '该日执业证书已注销。'),
  LICENCE_RESCINDED: line(
    'licence',
    409,
    'The grant of the licence is rescinded (撤销) on that day.',
    '该日准予执业决定已撤销。',
  ),
  LICENCE_REVOKED: line('licence', 409, 'The licence is revoked (吊销) on that day.', '该日执业证书已吊销。'),
  LICENCE_DECEASED: line('licence', 409, 'The lawyer is deceased on that day.', '该律师在该日已死亡。'),
  SUSPENSION_OVERLAPS: line(
    'licence',
    409,
    'Another suspension covers part of that period.',
    '与另一停止执业期间重叠。',
  ),
  SUSPENSION_TOO_LONG: line(
    'licence',
    400,
    'A suspension lasts at most twelve months (律师法 art. 47–51).',
    '停止执业最长十二个月(律师法第四十七至五十一条)。',
  ),
  SUSPENSION_OUT_OF_RANGE: line(
    'licence',
    400,
    'The length of the suspension is outside the range of the article cited.',
    '停止执业期限超出所引条款的幅度。',
  ),
  SUSPENSION_BELOW_CITY: line(
    'licence',
    400,
    'A suspension or other penalty is decided by a city bureau or higher (律师法 art. 47–50).',
    '停止执业等处罚由设区的市级以上司法行政机关决定(律师法第四十七至五十条)。',
  ),
  REVOCATION_BELOW_PROVINCE: line(
    'licence',
    400,
    'A revocation is decided by the province (律师法 art. 49, 51).',
    '吊销执业证书由省级司法行政机关决定(律师法第四十九、五十一条)。',
  ),
  NOT_SUSPENDED: line('licence', 409, 'The licence is not suspended on that day.', '该日未处于停止执业期间。'),
  NOT_PAUSED: line('licence', 409, 'The licence is not paused on that day.', '该日未处于暂停执业状态。'),
  SANCTION_UNKNOWN: line(
    'licence',
    404,
    'No such decision on this subject has been recorded.',
    '未记录针对该对象的此项决定。',
  ),
  SANCTION_MISMATCH: line(
    'licence',
    409,
    'The decision cited is of another kind, person or period.',
    '所引决定的种类、对象或期间不符。',
  ),
  SANCTION_NOT_YOURS: line(
    'licence',
    403,
    'Penalties are recorded by the justice department, discipline by the bar.',
    '行政处罚由司法行政机关记录,行业处分由律师协会记录。',
  ),
  SANCTION_ANNULLED: line('licence', 409, 'The decision cited has been annulled.', '所引决定已被撤销。'),
  AUTHORITY_NOT_YOURS: line(
    'licence',
    403,
    'A unit records penalties and rescissions decided at its own level or below.',
    '各单位只登记本级及下级机关作出的处罚或撤销决定。',
  ),
  PENALTY_STANDS: line(
    'licence',
    409,
    'That would undo a penalty on record, which only its annulment does; a correction keeps kind and decision.',
    '此项登记将使已登记的处罚失效;处罚仅因被撤销而失效,更正须保持种类与决定不变。',
  ),
  STALE_VALUE: line('input', 409, 'A newer value is on record.', '已有更新的数据。'),
  EVENT_UNKNOWN: line(
    'licence',
    404,
    'The event to be superseded is not in this history.',
    '拟更正的事件不在该执业历史中。',
  ),
  EVENT_SUPERSEDED: line('licence', 409, 'That event has already been superseded.', '该事件已被更正。'),
  CERTIFICATE_NO_TAKEN: line(
    'licence',
    409,
    'That certificate number belongs to another person.',
    '该执业证号已属于他人。',
  ),
  PERSON_MISMATCH: line(
    'licence',
    409,
    'The citizen ID and the certificate number belong to different persons.',
    '身份号码与执业证号不属于同一人。',
  ),
  // other records
  NOT_FIELD_OWNER: line(
    'record',
    403,
    'Another institution owns this field; propose a change instead.',
    '该字段由其他机构维护,请改为提出变更建议。',
  ),
  PROPOSAL_DECIDED: line('record', 409, 'The proposal has already been decided.', '该变更建议已有处理结果。'),
  COURT_UNKNOWN: line('record', 404, 'No court with that code or id.', '没有该代码或标识的法院。'),
  JOURNAL_UNKNOWN: line('record', 404, 'No journal with that title.', '没有该名称的刊物。'),
  NOT_PUBLISHER: line(
    'record',
    403,
    'Only the publishing institution may publish this journal.',
    '仅主办单位可以发布该刊物。',
  ),
  ISSUE_EXISTS: line('record', 409, 'That issue of the journal has already been published.', '该期刊物已发布。'),
  BASIS_REQUIRED: line(
    'record',
    400,
    'A withheld article states its basis (依法依规不予公开或不宜交流).',
    '不予公开或不宜交流的文章须注明依据。',
  ),
  AUDIENCE_REQUIRED: line('record', 400, 'A restricted article lists its audience.', '限定范围的文章须列明读者范围。'),
  ROSTER_ENTRY_UNKNOWN: line('record', 404, 'No such entry on the roster.', '名册中没有该条目。'),
  ROSTER_ENTRY_EXISTS: line(
    'record',
    409,
    'The lawyer is already on the roster of this court.',
    '该律师已列入该法院名册。',
  ),
  ROSTER_MOVE_INVALID: line(
    'record',
    409,
    'The entry cannot take that step from its present state.',
    '该条目当前状态不允许此项调整。',
  ),
  LAWYER_NOT_PRACTISING: line(
    'record',
    409,
    'The lawyer is not practising on that day.',
    '该律师在该日未处于执业状态。',
  ),
  // the system
  TRAIL_UNAVAILABLE: line(
    'system',
    503,
    'The audit trail cannot be written; nothing is disclosed. Try again.',
    '审计记录暂无法写入,不予披露,请稍后重试。',
  ),
  ISSUER_UNAVAILABLE: line(
    'system',
    503,
    "The token issuer's keys cannot be fetched; nobody is admitted by token. Try again.",
    '暂无法获取令牌签发者的公钥,不能凭令牌进入,请稍后重试。',
  ),
  DATABASE_UNAVAILABLE: line(
    'system',
    503,
    'The database is away; nothing was read or written. Try again.',
    '数据库暂不可用,未读未写,请稍后重试。',
  ),
  BUSY: line(
    'system',
    503,
    'The hub is busy with other writers and did not get to this. Try again.',
    '系统繁忙,未能及时办理,请稍后重试。',
  ),
  INTERNAL: line('system', 500, 'Something failed inside; quote the correlation id.', '系统内部错误,请提供关联编号。'),
} as const satisfies Record<string, RefusalLine>;

export type RefusalCode = keyof typeof refusalCodes;
