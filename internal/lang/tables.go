package lang

// language is what tells one language from the others that share its script.
// Each list is separated by spaces, in lower case.
type language struct {
	tag     string
	name    string // in English
	script  Script
	words   string // the most frequent words, pieces between apostrophes on their own
	endings string // of two or three letters, frequent at the end of longer words
	letters string // beyond the script's basic ones
}

// languages lists the languages that share a script; at most 64, because sets
// of them are bits of a word. Their order decides nothing but exact ties.
var languages = [...]language{
	// Germanic
	{
		"en", "English", Latin,
		"the of and to in is that for it as was with be by on not he his but at are this have from or had an they which you were her all she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over me even most made after also did many before must through back where much your way down should because long each just those people how too very here between us being both while during against every another please however don t s re ve ll without within until upon get use used one make see a i might around still few again once whether although since under",
		"ing ion ed ly ent ous ful ity ble ers ess ies ght ave ugh th", "",
	},
	{
		"de", "German", Latin,
		"der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können schon wenn habe seine ihre dann unter wir soll ich eines jahr zwei jahren diese dieser wieder keine uhr seiner worden will zwischen immer was sagte gibt alle seit muss wurden beim doch jetzt waren drei mich ihr ihm uns mir dir ihnen bitte sehr hier kein diesem diesen weil ohne nun also ihrer ihren deren jedoch",
		"en er ung ich ein ten gen sch eit nen ern sen ige", "ä ö ü ß",
	},
	{
		"nl", "Dutch", Latin,
		"de van het een en in is dat op te zijn met voor niet aan die er om ook als dan maar bij door over naar uit hij ze nog wel kan worden wordt heeft hebben werd meer geen deze dit tot was al je zich of moet kunnen zou we wij ik u veel haar hun onze zo waar wat na zonder onder tussen tegen jaar andere alleen omdat toen nu hier daar mij jij jullie uw mensen nieuwe goed eerste zoals alle waren had gaat wil zal twee moeten tijdens hoe wie vandaag gisteren morgen altijd nooit weer waarom",
		"en ijk ijn eer oor aan eid ing ij aar cht dt", "ë ï",
	},
	{
		"af", "Afrikaans", Latin,
		"die van en in is het nie dat om te vir met op hy aan wat was sy as sal ons hulle word deur ek daar ook by of kan meer na uit jy moet n se een baie maar wees hierdie gaan jaar tot toe nog net oor haar hom julle soos geen waar mense hoe want onder sonder tussen eerste twee ander moes wou dan so",
		"ing ike eid lik eer oor ie", "ê ë ô",
	},
	{
		"sv", "Swedish", Latin,
		"och i att det som en på är av för med den till inte har de ett om han men var sig från vi så kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan över bara in blir upp även vad få två vill ha många hur mer går sverige detta nya procent skall hon utan sina något mellan första jag man allt göra mig du ni oss er dig någon inom blev dessa deras mitt denna igen idag igår imorgon alltid aldrig tack snälla varför",
		"ar er en na ade ing het lig isk ska rna", "å ä ö",
	},
	{
		"da", "Danish", Latin,
		"og i at det er en til på som af den de for med der har ikke et var han om fra kan men vil så sig efter ved eller skal også blev være nu over år når bliver have to hun mere mod noget op ud her end kun hvor vi jeg man alle sin sine hans kom havde mange andre meget du os jer mig dig ind uden under mellem siden både første blive dette disse hvis hvad hvordan nogle ingen må får gør lige dem blevet venligst flere denne samme allerede fordi derfor hver hvert enten selv sidste skulle kunne findes bruge gøre gjort nødvendigt sådan igen hvorfor hvornår altid aldrig tak din dag går hjem",
		"er en et ne ede ing hed lig lse ske ion ret", "æ ø å",
	},
	{
		"no", "Norwegian", Latin,
		"og i det er på en som til av at for med den har de ikke et om var han fra vi kan men så ble eller også etter når ved skal være blir seg nå over år ville hun opp mot noe ut her enn bare hvor jeg man alle sin sine hans kom hadde mange andre mye du oss dere meg deg inn uten under mellom siden både første bli dette disse hvis hva hvordan noen ingen må får gjør da vært gikk sier fikk sitt kunne skulle alt to mer ham dem ikkje eit frå dei vere vart berre nokon kvar korleis noko kva eg meir fleire blei brukes flere samme allerede fordi derfor hver hvert like bruk vennligst gjøre gjort finnes måtte selv siste igjen hvorfor alltid aldri takk din dag går hjem",
		"er en et ne ene het lig lse ske ing ede", "æ ø å",
	},
	{
		"is", "Icelandic", Latin,
		"og að í á er sem til um var við með fyrir það en ekki hann af frá hún þau þeir eru hefur ég þú eða svo þetta því verið vera voru þar upp eftir hafa þegar sé úr mjög meira alla allt ef sig hans hér þá nú mun ár hver hvað getur yfir undir milli verður þess hafi einnig",
		"um ur ir ar inn inu ið nni", "á é í ó ú ý þ æ ö ð",
	},
	// Romance
	{
		"fr", "French", Latin,
		"de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont d l qu n s c j m y été avec aux son cette ou mais comme on tout nous sa fait leur elle bien être peut ses deux même aussi sans entre où ont ces après ans vous je ils dont très si avait contre encore était fois lui moins faire depuis donc autres avant notre votre toujours jamais ainsi sous chez quand pendant rien tous toute toutes leurs mon ma mes moi ici là alors car parce nos vos",
		"ent ion ais ait eur ieu que tre ous aux eux ées oir ant ez té", "é è ê à ç ù û î ô â ë ï œ",
	},
	{
		"es", "Spanish", Latin,
		"de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada e vida otro después te otros aunque esa eso hace otra gobierno tan durante siempre día tanto ella tres sí dijo sido gran país según menos mundo año antes estado contra sino forma caso nada hacer general estaba poco estos mayor ante unos les algo hacia casa ellos ayer hecho usted ustedes nosotros tu tus nuestro nuestra hoy mañana nunca gracias favor dónde aquí",
		"ión dad ado ida aba ron nte era aje ía nes ico osa ció ar", "á é í ó ú ñ ü",
	},
	{
		"pt", "Portuguese", Latin,
		"de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos elas havia seja qual será nós tenho lhe deles essas esses pelas este fosse dele tu te vocês vos lhes meus minhas teu tua nosso nossa dela delas esta estes estas aquele aquela isto aquilo são pode fazer ainda onde vai bem anos ano dia sobre cada todo todos toda hoje agora sempre nunca favor obrigado ontem amanhã novo aqui porque manhã",
		"ção ões ado ida nte ade ia iro ram ais em ar ou", "ã õ ç á é í ó ú â ê ô à",
	},
	{
		"it", "Italian", Latin,
		"di e il la che in a per un è del non i con le si da una dei sono al l della come nel alla più anche gli lo ha o delle ma dell all nella d dal degli c ci su se sua suo questo questa ai alle hanno tra tutti dopo quando due stato molto nei era chi anni prima ancora solo così senza cui essere fra loro poi già può perché fatto cosa ogni dove quello quella nelle dalla sulla ad mi ti vi ne noi voi lui lei io tutto tutte suoi sue contro parte anno sempre oggi mai quindi però essi nostro nostra fino durante fare ora favore grazie ieri domani nuovo qui qu tuo mio",
		"one are ato ata ire ità nte oni zza ere tti lla gli cci", "à è é ì ò ù",
	},
	{
		"ca", "Catalan", Latin,
		"de la i el que a en les per del l un d al una no amb és els es va com s més dels ha ser han seva aquest són aquesta també o pel fer entre pels seu ja però sobre tot on sense molt dos hi any fins des anys ens quan ara tots poden m n li tenen cada qui té perquè altres si ho em només ni ells molts seus seves nostra nostre això aquests aquestes després part gran havia temps què així bé mateix cap encara segons durant cal fa pot està dia avui sempre mai gràcies ahir demà vostè aquí matí tu et us",
		"ció ent tat ats ada ir ues nt", "à è é í ï ó ò ú ü ç",
	},
	{
		"gl", "Galician", Latin,
		"de a o que e en do da un unha os as para non por con é se no na dos das máis como ao á pola polo foi ou seu súa nos nas sobre pero tamén ten este esta sen entre está ata cando moi onde eu ela ese iso xa só ser son anos ano todos pode despois outros sempre desde ben parte cada mesmo hai dúas dous pódese aínda nin meu miña ti vostede el eles elas nós galego faise dunha dun nunha nun ás aos coa co engadir seguro quere teñen xunto tempo desexa poden outra outras seus súas moito moitos nunca tras hoxe agora favor grazas onte aquí",
		"ión ade ado ido nte xe iro ns", "á é í ó ú ñ",
	},
	{
		"ro", "Romanian", Latin,
		"de și în a la cu o pe care nu din că mai pentru un să este sunt se au fost prin ca ce sau dar al ale fi lui va le ar am după fără între până când doar foarte acest această aceste lor sa său unei unui cel cea cei cele așa era avea fie iar ei el ea noi voi te ne vă mă ți s i l toate tot orice unde cum dacă astfel către despre sub peste ani an numai chiar poate face ai ați dintre decât încă totul tau dumneavoastră acum si in",
		"lui lor are ând ște ție ea ere tor ate ele ii", "ă â î ș ț ş ţ",
	},
	// Slavic in Latin letters
	{
		"pl", "Polish", Latin,
		"w i na z się do nie to że jest o a jak po co od za przez przy dla są tym ale był była było tego już tylko ze być które który która może oraz lub czy ich jego jej bardzo można także też pod bez przed między nad więc jednak kiedy gdy ma mają mnie go mu nas nam was pan pani ten ta te tej tych roku lat wszystko więcej jeszcze sobie swoje swój swoich został zostały będzie będą gdzie ponieważ aby żeby jeśli u tak jeden inne innych nasz nasze",
		"nie ych ego ach iem owe ość ści ymi emu iej wać ały ów cie cją", "ą ć ę ł ń ó ś ź ż",
	},
	{
		"cs", "Czech", Latin,
		"a v se na je že s z o do to i k ve pro za by ale si po jako jsou které který která od jeho nebo tak už také jen podle jsem před být při byl byla bylo bude až má let ze co není aby u když více jejich mezi může mu ho ji této tento tato toto však ještě nás nám vás vám pouze proti kde pak než jak roku jsme jste mají velmi bez své svou pod nad tedy dnes další všech všechny protože každý první",
		"ost ní ého ých ání ová ice ích ými ému vat tví eme la ti", "á č ď é ě í ň ó ř š ť ú ů ý ž",
	},
	{
		"sk", "Slovak", Latin,
		"a v sa na je že s z o do to i k vo pre za by ale si po ako sú ktoré ktorý ktorá od jeho alebo tak už aj len podľa som pred byť pri bol bola bolo bude až má rokov zo čo nie aby u keď viac ich medzi môže mu ho ju tejto tento táto toto však ešte nás nám vás vám iba proti kde potom než roku sme ste majú veľmi bez svoje svoju pod nad teda dnes ďalšie všetky všetkých pretože každý prvý ktorej ktorých takže tiež",
		"osť nie ého ých aní ová ice ích ými ému vať tva eme ia iť", "á ä č ď é í ĺ ľ ň ó ô ŕ š ť ú ý ž",
	},
	{
		"sl", "Slovenian", Latin,
		"in je v na se da za so z ki pa o ne s tudi po kot iz bi ali pri do od ter že bo ni še lahko kar le ima svoje te to ta ga jih bila bil bilo biti zelo več samo kako ko vse med pred če smo ste sem brez pod nad zato kjer ker naj bodo bolj proti tem tega leta let vsi vsak ob njegov njihov danes potem torej sicer skupaj prav nekaj veliko tako vam nam jo jim nas zdaj vedno nikoli prosim kje zakaj hvala včeraj jutri spet tukaj imel imela boš",
		"nja nje ega ost ih imi mo jo em ati ski ovi", "č š ž",
	},
	{
		"hr", "Croatian", Latin,
		"i u je se na da su za od s o koji koja koje a kao ne to iz ili što do sa bi će te po već ali samo biti još nije kako više bio bila bilo sve ovo taj ta kada ako mogu može pri nakon prije ima između jer mi vi oni on ona svi godine godina ovaj ova vrlo tako gdje jedan svoje svoju bez pod nad protiv dok zbog također danas kroz prema njegov njihov nego sam smo ste ih joj mu nam vam uz kod tijekom sada uvijek nikad molim kad zašto hvala jučer sutra opet ovdje možeš imao",
		"nje ija ije ima ost ski ati eno nja oga ovi iti ili", "č ć đ š ž",
	},
	// Baltic, Finnic, Hungarian, Albanian, Basque, Celtic, Maltese
	{
		"lt", "Lithuanian", Latin,
		"ir yra į kad su iš o tai bet ne kaip už buvo jis ar nuo dėl per prie jų savo apie tik dar po iki pat taip bus gali labai jau jo ji mes jūs kurie kuris kuri kai būti nėra kurių metų metais daugiau visi viena vienas ant tačiau nes šiuo šis ši be arba tarp kiekvienas todėl čia ten ką kur jei mano jums mums turi bei pagal",
		"as is us ai os ių mas oti ams ėje ose iai ti ama", "ą č ę ė į š ų ū ž",
	},
	{
		"lv", "Latvian", Latin,
		"un ir ar no uz par ka tas kas lai bet arī vai kā pēc tika ja to nav bija līdz pie tā viņš viņa viņi es mēs jūs ļoti vairāk būs var tikai jau šis šī kur kad gan savu sava tiek būt gadā gadu nekā starp bez vēl kurā kuri visi katrs tomēr tāpēc jo pirms pret tam mums jums tad kopā šo vienu viens ap šodien tagad vienmēr nekad lūdzu kāpēc paldies vakar rīt atkal šeit tu",
		"as is us ām iem ība ību ana ums ot āk ēja jas tu", "ā č ē ģ ī ķ ļ ņ š ū ž",
	},
	{
		"et", "Estonian", Latin,
		"ja on ei see et kui oli ka mis oma selle aga ta nii veel või ning seda kes ma siis üks välja kõik mida pole sest vaid kuid olla saab juba ainult kus nagu sellest peale üle pärast tema nad meie teie te sa minu olid aastal aasta väga rohkem enne kaks kuidas selles neid need ole võib oleks kuni koos siin miks palun ilma iga täna nüüd alati kunagi aitäh eile homme jälle sina mind hommikul",
		"ast ust ide use ise ate gi ks ga tud ine vad", "ä ö õ ü š ž",
	},
	{
		"fi", "Finnish", Latin,
		"ja on ei se että oli hän mutta joka kun niin myös ovat sen kuin tai ole olla voi mukaan jos nyt vain siitä jo ne sitä hänen ollut joita jotka minä sinä me te he tämä tämän tässä kanssa jälkeen ennen vuonna vuoden kaikki enemmän hyvin sekä koska siellä täällä mitä miten missä joten aina yli alle ilman kuitenkin sitten vielä oma oman mikä olisi eikä jonka tänään koskaan kiitos miksi eilen huomenna taas minun hyvä aamuna tänä sinun",
		"ssa ssä sta stä lla llä lle nen een in an ksi tta ttä isi aan ään set", "ä ö",
	},
	{
		"hu", "Hungarian", Latin,
		"a az és hogy nem is egy van ez meg de csak volt már el még mint vagy ha azt amely aki ki ezt kell mert lehet ami pedig után szerint több nagyon fel minden azonban majd itt ott én te ő mi ti ők nincs most úgy így által között során alatt mellett nélkül ezek azok lesz akkor amikor hogyan ahol illetve tehát saját magyar ne be le sem olyan ilyen két első új évben sok ma mindig soha kérlek hol miért köszönöm tegnap holnap megint engem reggel kérem önök",
		"nak nek ban ben ból ből val vel ság ség ok ek ett ott tás tés hoz kat ket", "á é í ó ö ő ú ü ű",
	},
	{
		"sq", "Albanian", Latin,
		"dhe e të në i për një me që është nga si u ka së nuk do më kjo por janë ai ajo ose duke kur te tek mund kanë ishte ky shumë pas deri edhe ku tij saj tyre gjithë vetëm midis pa mbi nën sipas këtë këto ato ata ne ju unë ti vit vitin cila cili ndërsa prej pasi tani kështu gjatë",
		"ës ve hme uar ore imi eve ave esë jnë", "ë ç",
	},
	{
		"eu", "Basque", Latin,
		"eta da ez bat du dira zen ere dela izan egin baina hau ari beste dute den behar bere ondoren hori dago zuen gehiago oso edo baino nola artean urte duen diren zer nik guk zuk baita arte horiek hauek bezala gabe izango zuten dituzte dugu zaio dut gero orain hemen lehen euskal denak gaur beti inoiz mesedez noiz non zergatik eskerrik atzo bihar berriro zu ni goizean zara",
		"ko ren ak ek an zen tik rik kin era tan ino ten", "",
	},
	{
		"cy", "Welsh", Latin,
		"y yr yn a i o ar mae am ac wedi eu ei gan oedd bod ond fod fel hyn na nid at cael gyda neu un dros er mewn sydd hefyd nhw ni chi hi fe ef rhai pan fydd bydd roedd yw rhwng bob mwy cyn hwn hon bu iawn gael dan heb wrth mor felly oherwydd yng gwneud pob ein eich oddi",
		"wyd odd iad eth au ion ol dd edd ydd aid", "ŵ ŷ",
	},
	{
		"ga", "Irish", Latin,
		"agus an na ar a i is go le do ag sé bhí tá sa ach nach é sin ní mar seo as ó don bhfuil chun siad sí ann bheith faoi aon nó den gach cé más air iad leis mé tú muid féin níos raibh idir gan roimh tar éis cuid eile am bliain nuair freisin anseo uile dhá",
		"cht ann adh ean igh amh ta as the", "á é í ó ú",
	},
	{
		"gd", "Scottish Gaelic", Latin,
		"an a na am agus air anns ann chan eil tha bha is ris nach gu gun gum do de le aig bho mar seo sin ach no nuair às airson feuch thu mi e i sinn sibh iad dhan dha cuideachd chaidh bidh bhios fhaodaidh faodaidh dè far mu mura ma ceart agad agaibh dhuibh dhut ort leis ga gach eile diugh nis còmhnaidh carson tapadh leat rithist dh",
		"adh chd ean ich ail idh", "à è ì ò ù",
	},
	{
		"mt", "Maltese", Latin,
		"il u ta li l tal fil minn hu ma dan din f kien għal biex jew mhux kienet dawn aktar kif wara meta hija huwa qed ġew dak mill fuq minħabba wkoll bejn mingħajr qabel illi jista ikun iktar kull aħna intom huma sena permezz ħafna dwar tad tat ir fl hemm kollha",
		"iet oni at ent na ja ena", "ċ ġ għ ħ ż",
	},
	// Turkic
	{
		"tr", "Turkish", Latin,
		"ve bir bu için da de ile olarak çok daha olan en gibi kadar o ne sonra ama var her ya veya olduğu ise değil ki mi mı göre ancak tarafından şey yeni iki büyük ilk oldu zaman hem yok diye şu biz siz onlar ben sen onun içinde nasıl neden hiç sadece eden bütün önce üzerinde arasında etmek olması yıl yılında şekilde kendi böyle edilen olur hangi bunu birçok tüm bile bugün şimdi asla lütfen nerede teşekkürler dün yarın yine burada sabah iyi",
		"lar ler dır dir ın in nda nde dan den yor mış miş rak lık lik ası sı", "ç ğ ı ö ş ü",
	},
	{
		"az", "Azerbaijani", Latin,
		"və bir bu üçün də ilə olan daha ki o edir olub kimi sonra çox görə isə hər onun bütün nə var yox deyil amma ancaq biz siz onlar mən sən qədər yeni böyük ən həm ya olaraq etmək olduğu tərəfindən zaman ildə ili üzrə arasında üzərində necə heç belə həmin öz bəzi artıq olmuşdur əgər məsələn əmin olun edin ola bilər bilərsiniz lütfən zəhmət olmasa olmalıdır edə başqa yalnız bura bunu düzgün burada edirik",
		"lar lər dır dir ın nda ndə dan dən mış miş lıq lik ası ir əsi", "ç ə ğ ı ö ş ü",
	},
	{
		"uz", "Uzbek", Latin,
		"va bu bir bilan uchun ham edi shu bo o g lgan lib deb esa u ular biz siz men sen bor yo emas lekin ammo har kerak keyin qilish qildi yangi katta eng yoki juda haqida orqali barcha hech qanday kabi yil yilda uning ularning z nima qachon bugun hozir doim iltimos qayerda nega rahmat kecha ertaga yana yerda ertalab",
		"lar ing dan ga da lik ish gan adi qda", "",
	},
	// Asia and Africa
	{
		"id", "Indonesian", Latin,
		"yang dan di dengan untuk dari ini dalam pada itu tidak akan ke oleh juga telah sebagai adalah dapat karena ada kami kita mereka saya anda bisa lebih atau kepada tersebut seperti sudah bahwa saat hanya tahun namun harus menjadi hingga agar para secara bagi antara masih lain sangat kalau orang semua satu dua serta jika maka belum setiap setelah sebelum banyak baru hari kota uang informasi kantor situs gratis mobil universitas kualitas kode senin jumat melalui sekitar sejak cara beberapa merupakan terhadap sehingga sedang ia dia kamu nya yaitu bukan sini ketika rumah apa tanpa selama bahasa pengguna silakan silahkan resmi terpercaya terbaik terbaru terlengkap agen lisensi aplikasi kunjungi halaman berkas tautan kesalahan berhasil kata sandi masukkan contoh pastikan wajib pertandingan polisi kemarin masyarakat pemerintah bagaimana mengapa kenapa sering sekali ingin mau sampai lalu kemudian bahkan begitu seorang sebuah punya kalian daftar cukup perlu memiliki membuat menggunakan lewat senilai pria hadir kini sekarang selalu pernah tolong kapan mana terima kasih besok lagi pagi tadi",
		"kan nya asi tas lah ang an if", "",
	},
	{
		"ms", "Malay", Latin,
		"yang dan di dengan untuk dari ini dalam pada itu tidak akan ke oleh juga telah sebagai adalah dapat kerana ada kami kita mereka saya anda boleh lebih atau kepada tersebut seperti sudah bahawa semasa hanya tahun namun perlu menjadi hingga supaya para secara bagi antara masih lain sangat kalau orang semua satu dua serta jika maka belum setiap selepas sebelum banyak baru baharu hari bandar wang maklumat pejabat laman percuma kereta universiti kualiti kod isnin jumaat melalui sekitar sejak cara beberapa merupakan terhadap sehingga sedang ia dia awak iaitu bukan sini ketika rumah apa tanpa ialah berkata beliau turut daripada hospital kanak ahli negeri kerajaan sahaja manakala bilik polis mahu ramai bahasa pengguna sila rasmi terbaik terkini ejen lesen aplikasi lawati halaman fail pautan ralat berjaya kata laluan masukkan contoh pastikan wajib perlawanan semalam masyarakat bagaimana mengapa kenapa kerap sekali ingin lalu kemudian malah begitu seorang sebuah daftar cukup mempunyai membuat menggunakan warga lelaki kini encik datuk tarikh masa sekarang selalu tolong apabila bila mana terima kasih esok lagi pagi tadi",
		"kan nya asi iti lah ang an if", "",
	},
	{
		"tl", "Filipino", Latin,
		"ang ng sa na mga at ay ni si para may hindi ito kung ko nang siya mo ako kanyang niya ka po isang kanilang sila namin natin tayo kami kayo ikaw ba rin din pa lang lamang mula dahil bilang noong wala lahat ngunit pero upang habang bago pagkatapos nito iyon doon dito kapag tungkol maging bawat taon araw tao maaari mas pang naman kaya",
		"ang ing han an hin yan ong", "",
	},
	{
		"sw", "Swahili", Latin,
		"ya na wa kwa katika ni la za kuwa cha hii huo huu hiyo ambayo ambao pia kama lakini au yake wake watu mtu kila baada kabla sana tu hata zaidi mwaka siku hivyo bila kutoka wao yeye sisi mimi wewe nyinyi hao hilo hizo vya kati mwa alikuwa walikuwa ili kwamba bado sasa wakati ndani nje juu chini kwenye si hakuna wote zote leo daima kamwe tafadhali wapi nini asante jana kesho tena hapa asubuhi",
		"ika sha wa ji ana aji hwa ini uko", "",
	},
	{
		"vi", "Vietnamese", Latin,
		"và của là các có được trong cho không một những với người này đã khi từ để đến về ra tại cũng như trên vào năm sẽ ông nhiều hơn phải làm lại đó theo nhưng việc sau đây còn nếu bị nhất chỉ hoặc rất do bạn tôi chúng anh chị họ thì mà nên vì qua bằng hay giữa trước đang thể nước ngày cùng nhà mình ai gì nào thế đi lên mới",
		"", "ă đ ơ ư ạ ả ấ ầ ẩ ẫ ậ ắ ằ ẳ ẵ ặ ẹ ẻ ẽ ế ề ể ễ ệ ỉ ị ọ ỏ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ụ ủ ứ ừ ử ữ ự ỳ ỵ ỷ ỹ ĩ ũ ã à á ê ô â",
	},
	// Cyrillic
	{
		"ru", "Russian", Cyrillic,
		"и в не на что с он как это по но из за от то же для о так его к все она мы вы они я был было была были быть у бы только или ее её еще ещё уже при если может год года году лет после также когда более до чем их нет да есть этот эта эти этого том который которые которая которых себя свой можно очень где там тут во со без под над между через перед потому чтобы ничего сейчас сегодня вас нас вам нам мне меня него ним этом всех будет могут всегда никогда пожалуйста почему спасибо вчера завтра опять снова здесь утром",
		"ого его ый ий ые ых ать ить ние ой сть ами ься ся ют ет ния", "ё ъ ы э",
	},
	{
		"uk", "Ukrainian", Cyrillic,
		"і в не на що з він як це по але із за від то для про так його до все вона ми ви вони я був було була були бути у б тільки або її ще вже при якщо може рік року років після також коли більше ніж їх ні та є цей ця ці цього тому який які яка яких себе свій можна дуже де там тут без під над між через перед щоб нічого зараз сьогодні вас нас вам нам мені мене нього ним цьому всіх буде можуть й чи завжди ніколи ласка чому дякую вчора завтра знову вранці будь",
		"ого ий ій их ати ити ння ою сть ами ься ся ють ть ів", "є і ї ґ",
	},
	{
		"be", "Belarusian", Cyrillic,
		"і ў не на што з ён як гэта па але за ад то для пра так яго да усё яна мы вы яны я быў было была былі быць у б толькі або ці яе яшчэ ужо пры калі можа год года гадоў пасля таксама больш чым іх няма ёсць гэты гэтая гэтыя гэтага таму які якія якая якіх сябе свой можна вельмі дзе там тут без пад над паміж праз перад каб нічога зараз сёння вас нас вам нам мне мяне ім усіх будзе могуць",
		"ага яга ыя ых аць іць нне ай сць амі цца ся юць ць", "ё і ў ы э",
	},
	{
		"bg", "Bulgarian", Cyrillic,
		"и в не на че с той как това по но от за то са да се е си ще го му й тя ние вие те аз беше бяха бъде само или още вече при ако може година години след също когато повече до които който която което тези този тази много къде там тук без под над между през пред защото нищо сега днес ви ни ми им като има във със няма всички трябва един една бил била било както поради обаче",
		"ата ият ите ето ния ост ски ане ват ява ия та", "ъ",
	},
	{
		"mk", "Macedonian", Cyrillic,
		"и во не на дека со тој како тоа по но од за се да е си ќе го му таа ние вие тие јас беше беа биде само или уште веќе при ако може година години исто кога повеќе до кои кој која што овие овој оваа многу каде таму тука без под над меѓу преку пред бидејќи ништо сега денес ви ни ми им има нема сите треба еден една бил била било поради меѓутоа секогаш никогаш молам зошто благодарам вчера овде те ве ја",
		"ата иот ите ето ост ски ање ува ија от та", "ѓ ѕ ј љ њ ќ џ",
	},
	{
		"sr", "Serbian", Cyrillic,
		"и у је се на да су за од с о који која које а као не то из или што до са би ће те по већ али само бити још није како више био била било све ово тај та када ако могу може при након пре има између јер ми ви они он она сви године година овај ова врло тако где један своје своју без под над против док због такође данас кроз према његов њихов него сам смо сте их јој му нам вам уз код током сада увек никад молим кад зашто хвала јуче сутра опет овде можеш имао нас",
		"ња ње ија ије има ост ски ати ено ања ога ови ити", "ђ ј љ њ ћ џ",
	},
	{
		"kk", "Kazakh", Cyrillic,
		"және бұл бір үшін мен да де бойынша болып деп ол осы сол ал еді болды бар жоқ емес үлкен жаңа өз оның олар біз сіз сен қазақстан туралы кейін дейін сияқты барлық әр жылы жыл көп ең немесе керек арқылы ретінде қазір бірақ тек қарай халық адам бүгін әрқашан ешқашан өтінемін қашан қайда неге рахмет кеше ертең тағы осында таңертең",
		"лар лер дың дің ған ген лық лік ның нің да де ады еді", "ә ғ қ ң ө ұ ү һ і ы",
	},
	{
		"mn", "Mongolian", Cyrillic,
		"нь энэ юм байна бол болон ба байгаа гэж улсын монгол тэр бид та би хийх дээр хүн хүний нэг олон их бас шинэ жил оны онд үед тухай дагуу болох байсан байв өөр маш ч л эсвэл гэсэн түүний бүх хамгийн цаг өдөр үйл ажиллагаа өнөөдөр одоо үргэлж хэзээ хаана яагаад баярлалаа өчигдөр маргааш энд чи өглөө уу юу вэ",
		"ийн ын ууд үүд сан сэн тай тэй аар ээр даа гаа лаа лээ", "ө ү э ы ё",
	},
	{
		"ky", "Kyrgyz", Cyrillic,
		"жана менен бул үчүн бир болуп эле да деп ал эмес жок бар ошол кийин чейин кыргыз керек же аны анын бирок ар жаңы сиз биз көп эң туура боюнча өз бүгүн азыр дайым эч качан сураныч кайда эмне рахмат кечээ эртең дагы жерде сен",
		"лар лер дар дын дин нын нун ган ген уу үү да де", "ө ү ң ы э ё",
	},
	{
		"tt", "Tatar", Cyrillic,
		"һәм белән бу бер өчен дә да булып дип ул шул иде түгел юк бар соң кадәр кирәк яки аның әмма һәр яңа сез без күп иң буенча үз булган",
		"лар ләр ның нең ган гән лык лек нда", "ә җ ң ө ү һ ы э",
	},
	{
		"tg", "Tajik", Cyrillic,
		"ва дар аз ба ки ин бо барои аст буд он шуд як ҳам мешавад то ё худ бояд шумо мо онҳо ҳар дигар вале агар чунин кард кунед нест хоҳад",
		"ҳои ҳо они аст ед анд ии", "ғ ӣ қ ӯ ҳ ҷ э ё",
	},
	// Arabic script
	{
		"ar", "Arabic", Arabic,
		"في من على أن إلى التي عن الذي ما هذا هذه كان لا مع كانت قد أو كما بعد هو هي ذلك بين كل لم وقد حيث غير ولا وفي إن أي عند قبل منذ حتى عام خلال يوم أكثر ثم لكن إذا تم أنه أنها ليس هناك نحن أنت هم له لها به بها يمكن جدا فيها فيه وهو وهي عليه عليها وكان دون ومن والتي أيضا تلك لن نحو كيف لدى لقد سوف مثل أول بعض",
		"ات ين ون ية تها هم نا ها", "أ إ ة ى ؤ ئ ك ي ذ ث ض ظ",
	},
	{
		"fa", "Persian", Arabic,
		"و در به از که این را با است برای آن یک خود تا بر هم شده شد کرد می نیز بود اما یا ما شما او آنها پس هر اگر وی باید بین دو سال روز کشور کنید کند نمی های ها ای هایی شود دارد دارند بوده کرده باشد همه چه چون بیش بسیار قبل بعد ولی دیگر نیست هستند فقط روی زیر بدون سپس مردم بیشتر توسط همین امروز اکنون همیشه هرگز لطفاً لطفا وقتی کجا چرا ممنون دیروز فردا دوباره اینجا صبح دیر خیلی",
		"های رین ند ده ید ها ان ات یم", "آ پ چ ژ گ ک ی",
	},
	{
		"ur", "Urdu", Arabic,
		"کے کی میں ہے اور سے کا کو اس نے پر کہ ہیں ان یہ بھی ایک نہیں تھا کیا تو ہو جو کر تک ہی کچھ وہ گیا تھے تھی ہم آپ یا بعد کرنے لیے جس لئے ساتھ اپنے جا دیا رہے رہا رہی سکتے کوئی جب اب کسی سب بہت گئی گئے ہوئے ہوا پہلے زیادہ صرف دو مگر لیکن اگر پھر یہاں وہاں میرے ہمارے تمام درمیان آج کل صبح",
		"وں یں نے تا تی ئے ات", "ٹ ڈ ڑ ں ھ ہ ے گ چ پ ک ی ئ",
	},
	{
		"ckb", "Central Kurdish", Arabic,
		"و لە بۆ بە کە ئەم ئەو لەگەڵ نییە بوو یان هەر دەکرێت ئەگەر تۆ ئێمە هەموو وەک دوای پێش زۆر بکە تکایە",
		"ەکە کان ێت کرد", "ڕ ڵ ۆ ێ ە ڤ ژ گ چ پ ک ی ئ",
	},
	{
		"ug", "Uyghur", Arabic,
		"ۋە بىلەن بۇ بىر ئۈچۈن دەپ ئۇ شۇ ئىدى ئەمەس يوق بار كېيىن كېرەك ياكى ئۇنىڭ لېكىن ھەر يېڭى سىز بىز كۆپ ئەڭ بولسا",
		"لار لەر نىڭ غان گەن دۇ دە", "ې ى ۇ ۆ ۈ ۋ ە ڭ ھ ئ چ پ گ ژ ك ي",
	},
	// Devanagari
	{
		"hi", "Hindi", Devanagari,
		"के में की है और से का को हैं पर इस कि ने यह भी एक नहीं था लिए कर तो हो जो ही या वह गया थे थी साथ अपने बाद उस कुछ किया रहे रहा जा इसके तक अब सकते हम आप उन्होंने बहुत जब कोई करने होता होती होते सभी ये वे लेकिन अगर दो वाले इसे उनके पहले द्वारा क्या सकता दिया सबसे आज हमेशा कभी कृपया कहाँ क्यों धन्यवाद कल फिर यहाँ तुम सुबह समय",
		"ों ाओं ते ना ता ती कर ने", "",
	},
	{
		"mr", "Marathi", Devanagari,
		"आणि आहे या हे व ते की आहेत हा होते तर ही एक असे नाही पण मध्ये त्या झाले होता करून केले मी तो ती आपण आपल्या त्यांनी त्याच्या साठी येथे म्हणून काही अशा किंवा तसेच केला होती असून त्यांच्या करण्यात आला आली सर्व जे खूप मला तुम्ही आम्ही नंतर पासून वर असते असतात यांनी झाला आता फक्त आज नेहमी कधी कृपया जेव्हा कुठे धन्यवाद काल उद्या पुन्हा इथे सकाळी करा",
		"्या ंनी ात ला तील ून ले", "ळ",
	},
	{
		"ne", "Nepali", Devanagari,
		"छ र को मा का यो पनि भएको छन् गरेको लागि हो गर्न एक तथा भने हुन थियो यस त्यो नै उनी नेपाल भन्ने गरी गर्ने गरेका सबै तर उनले अनि हुने रहेको भयो छैन हामी तपाईं म तिनी के कुनै धेरै साथ पछि अघि सम्म बाट ले लाई यी हुन्छ थिए छन हरू गर्छ सक्छ अब पहिलो वर्ष दिन रूपमा आज अहिले सधैं कहिल्यै कृपया जब कहाँ किन धन्यवाद हिजो भोलि फेरि यहाँ बिहान गर्नुहोस्",
		"हरू को मा ले लाई ेको बाट दा", "",
	},
}

// soleLanguages gives the language of the scripts that, as far as we look, one
// language only is written in.
var soleLanguages = [scriptCount]struct{ tag, name string }{
	Han:       {"zh", "Chinese"},
	Kana:      {"ja", "Japanese"},
	Hangul:    {"ko", "Korean"},
	Greek:     {"el", "Greek"},
	Hebrew:    {"he", "Hebrew"},
	Armenian:  {"hy", "Armenian"},
	Georgian:  {"ka", "Georgian"},
	Thai:      {"th", "Thai"},
	Lao:       {"lo", "Lao"},
	Khmer:     {"km", "Khmer"},
	Myanmar:   {"my", "Burmese"},
	Bengali:   {"bn", "Bengali"},
	Gurmukhi:  {"pa", "Punjabi"},
	Gujarati:  {"gu", "Gujarati"},
	Oriya:     {"or", "Odia"},
	Tamil:     {"ta", "Tamil"},
	Telugu:    {"te", "Telugu"},
	Kannada:   {"kn", "Kannada"},
	Malayalam: {"ml", "Malayalam"},
	Sinhala:   {"si", "Sinhala"},
	Ethiopic:  {"am", "Amharic"},
	Tibetan:   {"bo", "Tibetan"},
}

// related lists pairs of languages so alike that a few sentences may not tell
// them apart.
var related = [...][2]string{
	{"id", "ms"},
	{"da", "no"},
	{"sv", "no"},
	{"cs", "sk"},
	{"hr", "sl"},
	{"es", "gl"},
	{"pt", "gl"},
	{"es", "ca"},
	{"nl", "af"},
	{"tr", "az"},
	{"ru", "be"},
	{"uk", "be"},
	{"bg", "mk"},
	{"sr", "mk"},
	{"hi", "mr"},
	{"hi", "ne"},
	{"ga", "gd"},
	{"kk", "ky"},
	{"kk", "tt"},
}
