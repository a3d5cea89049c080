package planted

// gamblingWords is the vocabulary of casinos, bookmakers, slots and lotteries.
var gamblingWords = []wordList{
	{Gambling, strong, "", "online casino bonus, casino bonus, casino online, slot online, poker online, no deposit bonus, deposit bonus, welcome bonus, free spins, freebet, live casino, rtp live, slot demo, slot 4d, toto 4d, toto slot, baccarat online, roulette online, blackjack online, casino slots, online betting, sportsbook bonus"},
	{Gambling, plain, "", "casino, casinos, kasino, poker, togel, sportsbook, jackpot, baccarat, bacarat, blackjack, roulette, maxwin, gacor, toto, lotto, betting, parlay, rtp, bandarq, domino qq, sicbo, craps, pokies"},
	{Gambling, hint, "", "slot, slots, 4d, 3d, 2d, pools, live, bet, bets, spin, spins, scatter, wager, game, games, jp, wd, vip, draw, odds"},

	{Gambling, strong, "en", "online casino, online casinos, best online casino, real money casino, casino sites, casino site, betting site, betting sites, online slots, slot machines online, play slots, free slots, casino games, online pokies, online gambling site, sports betting online, betting tips, bookmaker bonus, no deposit casino, bitcoin casino, crypto casino, play poker online, casino reviews, top casino, wagering requirements, bonus spins, mobile casino, casino app, betting app, live dealer"},
	{Gambling, plain, "en", "gambling, gamble, gambler, bookmaker, bookmakers, bookie, slot machine, slot machines, lottery, bingo, wagering, payouts, payout, jackpots, bettors, punters, croupier, winnings"},
	{Gambling, hint, "en", "stakes, dealer, win, winning, cashout, fair play, withdrawals, withdrawal, deposit, deposits"},

	{Gambling, strong, "id", "slot gacor, situs slot, agen slot, agen poker, agen togel, agen bola, agen casino, situs poker, situs casino, situs toto, situs gacor, situs bola, deposit pulsa, deposit dana, via pulsa, tanpa potongan, slot pulsa, slot dana, slot deposit, link slot, daftar slot, daftar judi, daftar poker, daftar togel, bocoran slot, pola slot, pola gacor, jam gacor, akun slot, akun gacor, gampang menang, mudah menang, uang asli, live draw, result togel, data togel, keluaran togel, pengeluaran togel, prediksi togel, angka jitu, togel hari ini, keluaran hari ini, slot terbaru, slot terpercaya, slot resmi, slot maxwin, tembak ikan, judi online terpercaya, judi online terbaik, anti rungkad, gacor hari ini, bonus new member, new member"},
	{Gambling, plain, "id", "situs judi, judi slot, bandar judi, judi bola, agen judi, taruhan bola, taruhan online, bandar togel, bandar bola, bandar slot, togel online, mesin slot online, permainan slot, game slot, situs togel, sabung ayam online, judi, perjudian, taruhan, bertaruh, judi online, penjudi, bandar, togel, keluaran, pengeluaran, sabung ayam, undian, lotere, cuan, scatter hitam, depo, gacir, rungkad, jackpot terbesar, kemenangan"},
	{Gambling, hint, "id", "situs, agen, menang, hoki, pemain, permainan, hasil, result, data, prediksi, angka, pasaran, withdraw, saldo, modal, bocoran, provider, member, bermain, mainkan, bola, uang"},

	{Gambling, strong, "tr", "canlı bahis, canli bahis, bahis siteleri, bahis sitesi, casino siteleri, casino sitesi, deneme bonusu, kaçak bahis, kacak bahis, kaçak iddaa, güvenilir bahis, guvenilir bahis, güncel giriş, guncel giris, yeni giriş, giriş adresi, giris adresi, canlı casino, canli casino, slot siteleri, hoşgeldin bonusu, hoş geldin bonusu, yatırım bonusu, çevrim şartsız, bedava bonus, bahis bonusu, bahis oyna, casino oyunları, slot oyunları, yüksek oranlar, yüksek oran, iddaa siteleri, illegal bahis siteleri, casino bahis, bedava bahis, mobil giriş, güncel adres, güncel adresi, bahis adresi, bahis giriş, bahis şirketleri, rulet oyna, kayıp bonusu"},
	{Gambling, plain, "tr", "bahis, bahisler, bahisçi, iddaa, kumar, kumarhane, rulet, slotlar, bonusu, bonuslar, tombala, şans oyunları, bahisleri"},
	{Gambling, hint, "tr", "bonus, giriş, giris, oranlar, oran, canlı, oyna, kazan, kazanç, çekim, yatırım, üye, üyelik, oyunları, maç, siteleri, sitesi"},

	{Gambling, strong, "ru", "онлайн казино, казино онлайн, игровые автоматы, игровых автоматов, играть на деньги, ставки на спорт, ставок на спорт, бонус за регистрацию, бездепозитный бонус, бездепозитные бонусы, фриспины, рабочее зеркало, зеркало сайта, официальный сайт казино, букмекерская контора, букмекерские конторы, слоты онлайн, играть в казино, лучшие казино, рейтинг казино, вывод выигрыша, сделать ставку, промокод"},
	{Gambling, plain, "ru", "казино, букмекер, букмекера, букмекеры, букмекеров, букмекерская, букмекерской, слоты, слотов, рулетка, рулетку, покер, ставки, ставку, ставок, джекпот, азартные, азартных, лотерея, тотализатор, беттинг, игорный, выигрыш, автоматы"},
	{Gambling, hint, "ru", "зеркало, бонус, бонусы, депозит, играть, игры, выигрыши, вывод, фрибет, коэффициенты, игроков, игроки"},

	{Gambling, strong, "es", "casino online, casinos online, casino en línea, casinos en línea, apuestas deportivas online, casas de apuestas, casa de apuestas, tragamonedas gratis, tragaperras online, tragamonedas online, bono de bienvenida, bono sin depósito, giros gratis, tiradas gratis, juegos de casino, apuestas online, ruleta online, jugar al casino, dinero real"},
	{Gambling, plain, "es", "apuestas, apuesta, apostar, tragamonedas, tragaperras, ruleta, bingo, lotería, quiniela, apostadores, juegos de azar"},
	{Gambling, hint, "es", "bono, bonos, giros, ganar, jugar, depósito, jugadores, premios"},

	{Gambling, strong, "pt", "cassino online, casino online, cassinos online, apostas online, apostas esportivas online, casa de apostas, casas de apostas, bônus de boas vindas, bónus de boas vindas, rodadas grátis, giros grátis, caça níqueis online, jogo do tigrinho, jogos de cassino, site de apostas, sites de apostas, aposta esportiva, bônus sem depósito, dinheiro real, plataforma de apostas"},
	{Gambling, plain, "pt", "apostas, aposta, apostar, cassino, cassinos, caça níqueis, roleta, loteria, apostadores, bingo, jogos de azar, tigrinho"},
	{Gambling, hint, "pt", "bônus, bónus, rodadas, giros, ganhar, jogar, depósito, saque, pix, jogadores, jogos"},

	{Gambling, strong, "de", "online casinos, online casino, casino bonus ohne einzahlung, bonus ohne einzahlung, freispiele, sportwetten anbieter, echtgeld casino, casino ohne lizenz, online spielautomaten, willkommensbonus, wettanbieter, wettbonus, echtgeld, spielautomaten online, spielhalle online, casino spiele, sportwetten bonus, online spielothek"},
	{Gambling, plain, "de", "spielautomaten, sportwetten, glücksspiel, glücksspiele, wetten, spielbank, spielothek, spielhalle, buchmacher, wettquoten, lotterie, walzen, freispielen, einsatz"},
	{Gambling, hint, "de", "einzahlung, auszahlung, bonus, gewinne, gewinnen, spielen, spiele, spieler, quoten, anbieter"},

	{Gambling, strong, "fr", "casino en ligne, casinos en ligne, bonus de bienvenue, bonus sans dépôt, tours gratuits, machines à sous en ligne, machines à sous gratuites, paris sportifs en ligne, jeux de casino, site de paris, sites de paris, argent réel, roulette en ligne, poker en ligne"},
	{Gambling, plain, "fr", "machines à sous, machine à sous, paris sportifs, jeux d argent, jeux de hasard, parieurs, parier, loterie, roulette, mise, bookmakers"},
	{Gambling, hint, "fr", "bonus, dépôt, jouer, gagner, gains, joueurs, mises, tours, jeux, retrait"},

	{Gambling, strong, "it", "casino online, casinò online, casinò sicuri, casino non aams, siti scommesse, bonus senza deposito, bonus di benvenuto, giri gratis, slot online gratis, scommesse online, migliori casinò, slot machine online, soldi veri"},
	{Gambling, plain, "it", "casinò, scommesse, scommessa, slot machine, gioco d azzardo, scommettere, lotteria, roulette, bookmaker"},
	{Gambling, strong, "pl", "kasyno online, kasyna online, kasyna internetowe, bonus bez depozytu, darmowe spiny, bonus powitalny, zakłady bukmacherskie online, automaty online, gry hazardowe online, legalny bukmacher"},
	{Gambling, plain, "pl", "kasyno, kasyna, zakłady bukmacherskie, bukmacher, hazard, hazardowe, automaty do gier, ruletka, loteria"},
	{Gambling, strong, "nl", "online casino, online casinos, gratis spins, welkomstbonus, casino zonder cruks, online gokken, online gokkasten, casino bonus"},
	{Gambling, plain, "nl", "gokken, gokkasten, gokkast, kansspelen, wedden, weddenschappen, loterij"},

	{Gambling, strong, "vi", "nhà cái, nhà cái uy tín, cá cược bóng đá, cá độ bóng đá, link vào, tải app, nổ hũ, bắn cá, tài xỉu online, lô đề online, xóc đĩa online, casino trực tuyến, sòng bạc trực tuyến, game bài đổi thưởng, đổi thưởng, khuyến mãi nạp, nạp rút, kèo nhà cái, soi kèo, đá gà trực tuyến, cược thể thao, slot game, tỷ lệ kèo, tặng tiền cược, đại lý nhà cái"},
	{Gambling, plain, "vi", "cá cược, cờ bạc, đánh bạc, sòng bạc, xổ số, lô đề, tài xỉu, xóc đĩa, đá gà, cược, người chơi, trả thưởng, baccarat, bóng đá trực tuyến"},
	{Gambling, hint, "vi", "nạp tiền, rút tiền, khuyến mãi, kèo, trực tuyến, trò chơi, tiền thưởng, hội viên"},

	{Gambling, strong, "th", "สล็อตออนไลน์, คาสิโนออนไลน์, เว็บพนัน, พนันออนไลน์, แทงบอลออนไลน์, บาคาร่าออนไลน์, เว็บตรง, เครดิตฟรี, ฝากถอน, สล็อตเว็บตรง, หวยออนไลน์, ไม่ผ่านเอเย่นต์, ฝากถอนออโต้, สล็อตแตกง่าย, แตกง่าย, เว็บสล็อต, เว็บแทงบอล, เล่นสล็อต, ทดลองเล่น, ไม่มีขั้นต่ำ"},
	{Gambling, plain, "th", "สล็อต, คาสิโน, บาคาร่า, พนัน, แทงบอล, หวย, แจ็คพอต, โบนัส, เดิมพัน, รูเล็ต, ยิงปลา"},
	{Gambling, hint, "th", "เล่น, เกม, ฝาก, ถอน, วอเลท"},

	{Gambling, strong, "zh", "在线赌场, 線上娛樂城, 娱乐城, 娛樂城, 真人娱乐, 真人百家乐, 真人視訊, 体育投注, 體育投注, 网上赌场, 線上賭場, 线上赌场, 博彩网站, 博彩平台, 彩票平台, 彩票网, 注册送, 首存, 老虎机, 老虎機, 开户送, 六合彩, 时时彩, 北京赛车, 电子游艺, 棋牌游戏, 棋牌平台, 现金网, 信誉平台, 澳门赌场, 百家樂技巧, 運彩, 捕鱼游戏, 外围投注, 投注平台"},
	{Gambling, plain, "zh", "赌场, 賭場, 博彩, 百家乐, 百家樂, 投注, 下注, 彩票, 赌博, 賭博, 棋牌, 轮盘, 輪盤, 菠菜网, 赌球, 赔率, 開獎, 开奖, 電競投注, 彩金"},
	{Gambling, hint, "zh", "平台, 真人, 娱乐, 娛樂, 存款, 提款, 体育, 電子, 电子, 游戏, 官网"},

	{Gambling, strong, "ja", "オンラインカジノ, オンカジ, 入金不要ボーナス, 入金ボーナス, 初回入金, フリースピン, カジノボーナス, ライブカジノ, スロットゲーム, ブックメーカー, オンラインスロット, 違法オンライン, バカラ必勝"},
	{Gambling, plain, "ja", "カジノ, バカラ, ルーレット, スロット, ギャンブル, パチンコ, 賭け, 競馬予想, ポーカー, ブラックジャック, ジャックポット, 宝くじ"},
	{Gambling, hint, "ja", "ボーナス, 入金, 出金, プレイ, ゲーム, 登録"},

	{Gambling, strong, "ko", "카지노사이트, 온라인카지노, 토토사이트, 바카라사이트, 슬롯사이트, 온라인 카지노, 온라인 슬롯, 먹튀검증, 먹튀, 안전놀이터, 메이저놀이터, 메이저사이트, 카지노 사이트, 토토 사이트, 바카라 사이트, 슬롯 사이트, 파워볼사이트, 스포츠토토, 사설토토, 실시간카지노, 라이브카지노, 꽁머니, 가입머니, 첫충, 매충, 검증업체, 안전한 토토, 온라인바카라, 홀덤사이트"},
	{Gambling, plain, "ko", "카지노, 바카라, 슬롯, 도박, 배팅, 베팅, 룰렛, 파워볼, 블랙잭, 홀덤, 잭팟, 놀이터, 복권"},
	{Gambling, hint, "ko", "토토, 충전, 환전, 보너스, 게임, 사이트, 입금, 출금, 당첨"},
}
