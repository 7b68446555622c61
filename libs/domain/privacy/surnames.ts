/** The family names that nearly everybody bears, and the double ones; words of everyday texts (和, 从, 万, 时, 都) are left out. */
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅' +
  '方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁' +
  '尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗';
const DOUBLE = '欧阳|司马|上官|诸葛|皇甫|尉迟|司徒|夏侯|慕容|令狐|端木|东方|南宫|长孙';

/** A family name, as part of a regular expression. */
export const SURNAME = `(?:${DOUBLE}|[${SINGLE}])`;

/** Names that nobody is given: where one of them ends a run of characters, it begins another person's name. */
export const NEVER_GIVEN = '王李张刘陈黄赵吴周徐孙朱胡郭罗郑谢唐许冯邓曹彭曾';
