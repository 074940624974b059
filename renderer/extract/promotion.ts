// How lines begin and read that lead elsewhere, ask for something or speak of the author; in the languages most pages are in.

/** Before a link to another article. */
export const label =
  /^(read (more|also|next|this)|also read|see also|more( on this| here)?|related( article| story| coverage)?s?|don['’]t miss|watch( now)?|listen|recommended|must read|click here|in pictures|in depth|sign up|subscribe|download|follow|lesen sie( auch)?|mehr zum thema|lire aussi|à lire|voir aussi|lea también|le[ae] también|te puede interesar|leia (também|mais)|veja também|leggi anche|lees ook|читайте также|اقرأ أيضا|関連記事)\b\s*[:：–—>-]?/i

/** The same in other languages; apart, for the choice of blocks was learned without it, and letters of all scripts take longer to compare. */
export const labelElsewhere =
  /^(читайте (также|також)|on \S+\.(?:com|org|net|news|tv|co\.\w\w):|اقرأ أيضا|إقرأ أيضا|شاهد أيضا|بیشتر بخوانید|همچنین بخوانید|קראו גם|ראו גם|(यह|ये|इसे) भी पढ़ें|xem thêm|đọc thêm|czytaj (też|także|również|więcej)|zobacz (też|także)|läs (också|mer|även)|les også|læs også|lue myös|čtěte (také|též)|関連記事|延伸閱讀|延伸阅读|相关阅读|相關新聞|관련 ?기사)(?![\p{L}\p{N}])/iu

/** A line or heading after which come other articles. */
export const otherArticles =
  /^(related\b|more (from|in|on|about|stories|news|articles|posts|reading|like this)|more (\S+ ){1,3}(news|stories|articles|posts|coverage|reads)$|more \w+ (news|stories|articles)|more (\S+ ){1,4}(to (try|read|explore|love|make)|you['’]ll love|like this|recipes|ideas)$|read (next|more|also)|recommended|you (may|might) (also )?(like|enjoy|be interested)|you['’]ll (also )?(like|love)|most (read|popular|viewed|recent|shared)|popular (posts|articles|stories|now)|latest (news|posts|stories|articles|from)|recent (posts|articles|stories|news)|trending|top stories|editor['’]?s['’]? picks?|featured (posts|articles|stories)|keep reading|continue reading|up next|next (up|article|story|post)|previous (article|post)|don['’]t miss|want more|what to read next|similar (articles|posts|stories)|other (articles|posts|stories|news)|explore more|see also|also read|in case you missed|share (this|on|the|your)|comments?( \(\d+\))?$|\d+ comments?$|leave a (reply|comment)|join the (conversation|discussion)|post navigation|about the author|about author|meet the author|written by|author bio|tags?:?$|tags:|topics:?$|filed under|categories:?$|posted in|sign up|subscribe|newsletter|stay (connected|in touch|up to date|informed)|follow us|get (the|our) (latest|newsletter)|get in touch|contact us|das könnte sie auch interessieren|mehr zum thema|lesen sie auch|verwandte artikel|à lire aussi|lire aussi|articles (liés|similaires)|te puede interesar|artículos relacionados|leia também|veja também|leggi anche|lees ook|читайте также|اقرأ أيضا|関連記事|おすすめ|相关阅读)/i

/** Asks for an address, a purchase, a click; or says whose the text is. */
export const invitation =
  /\b(newsletter|subscribe|sign(ing)? up|follow (us|me|@)|like us on|join us on|join our|download (the|our) app|get the \S+( \S+)? app|click here|all rights reserved|copyright|©|may not be (published|reproduced)|contact (the|this) (author|reporter|writer)|email the author|send (us )?(tips|an email)|donate|support (our|independent)|become a (member|subscriber|patron)|share this (article|post|story)|leave a comment|was this (page|article|answer|post|section) (helpful|useful)|did you find (this|what)|rate this (page|article|post)|tell us (what|in)|let us know (what|in)|affiliate (links?|commission)|originally (appeared|published)|this (story|article|post) (was|has been) (originally|first|updated|produced|published)|follow \S+ on (twitter|x|facebook|instagram|linkedin)|on (twitter|facebook|instagram):? @|read more (at|on|by|about)|newsletter abonnieren|abonnez-vous|suscríbete|inscreva-se|iscriviti)/i

/** An invitation to whoever reads; not the end of a text that is itself about newsletters, rights or gifts. */
export function invites(text: string): boolean {
  return invitation.test(text) && toReader.test(text)
}

const toReader =
  /\b(?:you(?:r|rs|['’]\w+)?|our|us|here|(?:this|the) (?:article|story|post|piece|site|website|page|essay|excerpt|interview|episode))\b|[©@]|rights reserved|affiliate|(?:^|[.?!:…])\W*(?:subscri|sign(?:ing)? (?:up|in)|donate|get|join|click|download|follow|support|become|share|leave|rate|contact|email|send|read|newsletter|copyright|editor)|^\W*originally (?:appeared|published) (?:in|on|at|by) (?!the )|abonn|suscr|inscrev|iscriv/i

/** Whose the text is, at its end. */
export const rights =
  /^[\s(［【]*(copyright|©|저작권자|版权所有|版權所有|無断(転載|複製)|حقوق النشر|جميع الحقوق محفوظة|כל הזכויות שמורות|все права защищены)|무단 ?전재|재배포 금지|無断転載|禁止转载|未经.{0,12}(转载|使用)/i

/** The same as an invitation, in languages of other scripts. */
export const asks =
  /ऐप डाउनलोड|फॉलो करें|सब्सक्राइब|حمل(وا)? (ال)?تطبيق|اشترك في|تابعونا|تابعنا|دنبال کنید|הורידו את|הצטרפו ל|עקבו אחרינו|подписывайтесь|подписаться|читайте нас в|підписуйтесь|扫码关注|扫描二维码|关注.{0,10}(公众号|微信)|下载.{0,10}(客户端|app)|友だち追加|フォローして|구독하기|네이버에서 .{0,12}구독|채널 추가|đăng ký nhận|tải ứng dụng|takip edin|abone ol/i

/** The same, where it is not the words but how the line begins that tells. */
export const bids =
  /^\W*(?:(?:(?:if|did|have) you )?(?:enjoy(?:ed)?|liked?) (?:(?:this|our) (?:article|story|stories|post|piece|essay|interview|episode|guide|newsletter|review|column|content|work)\b|this[,?!]|what you (?:read|see)\b)|(?:share|spread) (?:it|this) with (?:a|your) friends?|reach (?:the )?(?:reporters?|authors?|writers?) |to contact the (?:reporters?|authors?|writers?|editors?)\b|follow (?:the )?\S+['’]s? (?:full |complete |continuing )?coverage\b|for more (?:news|coverage|stories|updates)\b.{0,80}(?:visit|follow|go to|see|https?:))/i

/** Between two paragraphs. */
export const asksToSubscribe =
  /^\W*(?:(?:subscribe|sign up|subscribe now|sign up now)\W*$|(?:subscribe|sign up|join)\b.{0,120}\b(?:newsletters?|inbox|magazine|briefing|digest|(?:our|your favou?rite) .{0,20}(?:writers|stories|podcast|channel)))/i

/** In an article, all of which leads elsewhere: "RED WINGS: Smith signs two-year deal" */
export const labelInCapitals = /^\p{Lu}[\p{Lu}\d &’'.-]{2,30}:\s.*[^.!?…]$/u
/** The same on any page: "Photos: The dig", "STORY: Helmet leak ends spacewalk", "The first recall Watch Video", "[See what causes it.]" */
export const labelOfKind =
  /^(?:story|stories|photos?|pictures?|images?|gallery|slideshow|videos?|audio|podcast|interactive|graphics?|infographic|maps?|timeline|quiz|poll|list|factbox|explainer|analysis|opinion|column|blog|live|previously|earlier|full coverage|special report)\s?[:：]\s|.\s(?:watch|see|view) (?:the )?(?:videos?|photos?|gallery|slideshow)$|^\[[^\]]{20,}\]$/i
/** "To contact the reporter on this story: Ada Byron in Bern at ada@..." */
export const contacts = /^to contact the (?:reporters?|authors?|writers?|editors?)\b/i
/** "Follow Ada Byron on Twitter @ada" */
export const follows =
  /^(?:you can )?follow .{2,60} on (?:twitter|x|facebook|instagram|threads|bluesky|mastodon|linkedin)\b/i

/** Of a player or a page that waits for its script. */
export const needsScript =
  /^(?:please )?(?:turn on|enable|activate|switch on) java ?script\b.{0,80}$|^.{0,40}\b(?:requires|needs) java ?script(?: to (?:play|work|be enabled))?\.?$|^this (?:page|site|website) is best (?:viewed|seen|experienced) (?:in|with|on)\b/i

/** More of what stands over other articles; apart, for the choice of blocks was learned without it. */
export const otherPlaces =
  /^(?:elsewhere on|(?:from )?(?:around|elsewhere on|across) the (?:web|site|network)|features (?:&|and) analysis|promoted (?:stories|content)|sponsored (?:stories|content|links)|also|more|related|previously|earlier|see)\W*$|^elsewhere on \S+( \S+){0,3}$/i

/** Over what is said of whoever wrote, which is the last thing that is said. */
export const ofAuthor =
  /^(?:about|meet) (?:the |our |this )?(?:authors?|writers?|contributors?|reporters?|columnists?)\s*:?$/i

/** That whoever wrote the text is paid for what its readers buy. */
export const disclosure =
  /^(disclosure:?|disclaimer:?|note:)?\s*((this|our) (post|article|page|site|website|content|story|guide|recipe) (may |might )?(contains?|includes?|have|has) (some |amazon )?affiliate links?|(as an? )?amazon associate|(we|i|\S+) (may|might|can) (earn|receive|get) (a |an )?(small )?(affiliate )?commission|all products (featured|shown|here|reviewed) .{0,60}(independently|our editors)|we (may|might) (be )?(receive|earn|compensated)|if you (buy|purchase|click).{0,60}(commission)|dieser (artikel|beitrag) enthält (affiliate|werbe)|cet article (contient|comporte) des liens (d['’])?affili)/i

/** "Ada Byron is a writer in Bern." */
export function aboutAuthor(text: string, byline: string): boolean {
  const names = byline.split(/,\s*|\s+and\s+|\s+und\s+|\s+et\s+|\s+y\s+/).filter((name) => name.length > 4)
  return names.some((name) => {
    const [first = ''] = name.split(' ')
    if (first.length > 2 && text.startsWith(`${first} `) && livesOf.test(text.slice(first.length))) return true
    const at = text.indexOf(name)
    if (at < 0 || at > 30) return false
    const after = text.slice(at + name.length, at + name.length + 80)
    return (
      /^\s*[,(]?\s*(is|are|was|has|covers|writes|works|reports|lives|joined|can be|specializes|ist|arbeitet|est|écrit|es|escribe|é)\b/i.test(
        after,
      ) || text.length < name.length + 40
    )
  })
}

/** What is said of somebody who is known by now. */
const livesOf =
  /^ (is an? |is the |has (been|written|worked|covered|reported|tested|made|spent)|covers \p{L}|(writes|works|reports|lives|teaches) (about|for|in|on|at|from|as)\b|joined )/u
