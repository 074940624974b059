// Ten questions in each of twenty languages. A line: what is asked > what is found by it, and by no other question of its language.
// Other forms of a word, accents left out, capitals, beginnings, phrases; in scripts without spaces, words within a run of text.
export const languages: Readonly<Record<string, string>> = {
  en: `
harbours > The harbour was quiet at dawn.
walking > He walked for hours along the cliff.
cafe > We met in a small café.
"old bridge" > They crossed the old bridge twice.
lanter* > A lantern hung above the door.
RIVER > the river rose in spring
e-mail > Send an email tomorrow.
6050 > The MPU6050 measures rotation.
stories > Her story was never printed.
o'clock > The train leaves at nine o’clock.`,
  de: `
häuser > Das Haus steht leer.
strasse > Die Straße ist gesperrt.
uber > Ein Buch über Vögel.
katze > Zwei Katzen schlafen im Korb.
gärten > Der Garten blüht spät.
"alte brücke" > Dort ist eine alte Brücke.
schiff* > Die Schifffahrt ruht.
MÜHLE > eine mühle im tal
kind > Viele Kinder spielen draußen.
freundlich > Eine freundliche Antwort kam.`,
  fr: `
chevaux > Les chevaux courent.
ete > Un été sans pluie.
maisons > La maison bleue est vide.
l'eau > Boire de l’eau fraîche.
oeuvre > Une œuvre oubliée.
"petit pont" > Sur un petit pont de bois.
bibli* > La bibliothèque ferme tôt.
ÉGLISE > une église romane
jardins > Un jardin fermé.
marchait > Nous marchons vers le nord.
l'école > Il rentre d’écoles lointaines.
travaux > Un travail pénible.
nouvelles > Un chapeau nouveau.`,
  es: `
casas > Una casa blanca.
nino > El niño duerme.
libros > Un libro viejo.
caminando > Hay que caminar mucho.
corazon > El corazón late.
luces > Una luz lejana.
"vino tinto" > Bebimos vino tinto.
biblio* > La biblioteca está cerrada.
MONTAÑA > una montaña lejana
ciudades > La ciudad duerme.
pajaro > Un pájaro canta.`,
  it: `
libri > Un libro antico.
citta > La città vecchia.
ragazzi > Il ragazzo corre.
perche > Non so perché.
mangiando > Vogliamo mangiare tardi.
"mare aperto" > Una barca in mare aperto.
bibliot* > La biblioteca comunale.
FIUME > un fiume lento
case > Una casa gialla.
l'isola > Verso l’isola grande.`,
  pt: `
livros > Um livro raro.
coracao > O coração bate.
caes > Dois cães ladram.
casas > Uma casa branca.
cantando > Ela gosta de cantar.
"vinho verde" > Um copo de vinho verde.
bibli* > A biblioteca fechou.
AVÓ > a avó dorme
amanha > Volto amanhã cedo.
meninos > O menino corre.
leões > Um leão velho.`,
  nl: `
boeken > Een boek over zeilen.
fietsen > Mijn fiets is weg.
brieven > Een lange brief.
cafe > In het café zat niemand.
huizen > Het huis is leeg.
geïnteresseerd > Wij waren geinteresseerd.
"oude kerk" > Daar staat een oude kerk.
schip* > De schipper wacht.
MOLEN > een molen draait
tuinen > De tuin is groot.
vogels > Een vogel zingt.`,
  sv: `
båtar > En båt vid bryggan.
flickor > Två flickor sjunger.
angstrom > Enheten heter ångström.
hundar > En hund skäller.
skog* > Skogsvägen är lång.
"röda taket" > Man ser det röda taket.
SJÖ > en sjö i norr
bocker > Många böcker saknas.
fåglarna > En fågel sjunger.
kvallen > Hela kvällen regnade det.`,
  da: `
både > Vi så en båd ligge.
huset > Et hus ved vandet.
blomster > Blomsterne visner.
smorrebrod > Et stykke smørrebrød.
aere > Til din ære.
"gamle by" > I den gamle by.
bibliot* > Biblioteket lukker.
SKOV > en skov om natten
bøgerne > Bøger på hylden.
hunden > En hund gøede.`,
  no: `
båten > En båt i fjorden.
husene > Huset er gult.
fjelltur* > Fjellturen var lang.
blabaer > Vi plukket blåbær.
jenter > Jenta leser.
"lange netter" > Om vinteren er det lange netter.
KIRKE > en kirke av tre
sol > Sola skinner.
steiner > Steinen er tung.
hundene > Hunden sover.`,
  fi: `
talossa > Talo on tyhjä.
järvet > Järven ranta.
kirjat > Kirja katosi.
"vanha silta" > Siellä on vanha silta.
metsä* > Metsässä on hiljaista.
TUULI > kova tuuli
satamassa > Satama on suljettu.
polku > Polku päättyy.
aiti > Äiti lukee.
veneet > Veneen purje.`,
  ru: `
книги > Книга лежала на столе.
домами > Старые дома стоят.
читал > Мы читаем вслух.
рекой > Рекам нет конца.
"старый мост" > Там старый мост.
ГОРОД > тихий город
еще > Ещё один день.
птицы > Птица поёт.
зимой > Зима близко.
красивые > Красивая лодка.`,
  pl: `
lodz > Łódź leży w środku.
zolty > Żółty liść.
ksiazka > Stara książka.
"stary most" > Widać stary most.
wiatr* > Wiatrak stoi.
RZEKA > rzeka płynie
gora > Wysoka góra.
swiatlo > Słabe światło.
jezioro > Ciche jezioro.
mysl > Jedna myśl.`,
  tr: `
kitaplar > Eski kitap burada.
çocuk > Bir çocuk güldü.
gunes > Sıcak güneş.
deniz* > Denizde fırtına var.
"eski köprü" > Orada eski köprü var.
agac > Bir ağaç dikti.
evler > Küçük ev boş.
kuşlar > Beyaz kuş uçtu.
yol > Uzun yol bitti.
ışık > Zayıf ışık yandı.`,
  el: `
δρόμοι > Ο δρόμος τελειώνει.
θάλασσα > Η θάλασσα ήταν ήρεμη.
σπίτια > Το σπίτι είναι άδειο.
"σιδερένια γέφυρα" > Μια σιδερένια γέφυρα.
βουν* > Βουνά στον ορίζοντα.
ΠΟΛΗ > μια πόλη μακριά
νερο > Κρύο νερό.
ημερα > Κάθε ημέρα διαβάζω.
πουλί > Ένα πουλί τραγουδά.
βιβλιο > Το βιβλίο είναι εδώ.
παλιός > Η παλιά αυλή.
παιδί > Τα παιδιά παίζουν.
ΟΔΟΣ > η οδός κλειστή
λιμάνι > Δύο λιμάνια.
φως* > Ένα φωσφορικό αλάτι.`,
  ar: `
كتاب > قرأت كتاب قديم
مدينة > هذه مدينة بعيدة
بحر > كان بحر هادئ
"جسر قديم" > عبرنا فوق جسر قديم
شمس > طلعت شمس الصباح
نهر > نهر طويل
قمر > قمر أبيض
جبل > جبل عال
طائر > طائر صغير
مطر > مطر غزير
أحمد > جاء احمد
قراءة > قِرَاءَة طويلة`,
  hi: `
किताब > यह किताब पुरानी थी।
नदी > नदी बहती रही।
पुल > पुराना पुल टूट गया।
"नीला आकाश" > ऊपर नीला आकाश है।
पहाड़ > ऊँचा पहाड़ दिखा।
घर > एक घर खाली।
हवा > ठंडी हवा चली।
चाँद > आधा चाँद निकला।
बारिश > तेज़ बारिश हुई।
पेड़ > बड़ा पेड़ गिरा।`,
  zh: `
图书馆 > 他每天去图书馆读书。
北京 > 我住在北京很久了。
月亮 > 今晚的月亮很圆。
"旧桥" > 河上有一座旧桥。
灯塔 > 海边有灯塔。
雨 > 昨天下雨。
猫 > 一只猫睡着。
茶 > 请喝茶。
ＡＢＣ > 代码是ABC七。
森林 > 他们走进森林。
上海的火车站 > 火车站在上海的东边。`,
  ja: `
図書館 > 毎日図書館で勉強する。
東京 > 東京に住んでいます。
橋 > 古い橋を渡った。
ランプ > ランプが消えた。
"白い船" > 港に白い船がある。
猫 > 猫が眠る。
さくら > さくらが咲いた。
雨 > 雨が降る。
電車 > 電車は遅れた。
手紙 > 手紙を書いた。
ガラス > ｶﾞﾗｽの窓。
ﾌﾟｰﾙ > プールは青い。
灯台の灯り > 灯りが見えた、あの灯台で。
公園 > 動物公園前駅。`,
  th: `
ห้องสมุด > เขาไปห้องสมุดทุกวัน
กรุงเทพ > ฉันอยู่กรุงเทพ
แมว > แมวนอนหลับ
ฝน > เมื่อวานฝนตก
"สะพานเก่า" > มีสะพานเก่า
ทะเล > ทะเลสวยมาก
จดหมาย > เขียนจดหมาย
รถไฟ > รถไฟมาช้า
ดอกไม้ > ดอกไม้บาน
พระจันทร์ > พระจันทร์เต็มดวง
โรงเรียนเชียงใหม่ > เชียงใหม่มีโรงเรียนเก่า`,
  ko: `
도서관 > 그는 도서관에서 읽는다.
서울 > 서울은 넓다.
다리 > 오래된 다리를 건넜다.
고양이 > 고양이가 잔다.
"하얀 배" > 항구에 하얀 배 한 척.
편지 > 편지를 썼다.
기차 > 기차는 늦었다.
달빛 > 달빛이 밝다.
바람 > 바람이 분다.
나무 > 나무가 크다.`,
}
