import type { Language } from '../../../src/rules/language';

/** Sentences as they stand in contributions, the same content in each official language. */
export const SENTENCES: Record<Language, readonly string[]> = {
  en: [
    'Proposals for the draft strategic plan of the Union for 2024-2027',
    'Lessons learned from virtual meetings during the pandemic',
    'Member States are invited to share national experience with broadband deployment in rural areas.',
    'This contribution describes the results of a survey on digital skills among small enterprises.',
    'The meeting is requested to consider the proposed amendments and to take a decision on the thematic priorities.',
    'Affordable access to the Internet remains the main challenge for landlocked developing countries.',
    'The budget for interpretation should be reviewed before the end of the year.',
    'Regional organizations may name one coordinator each for the preparation of the conference.',
    'It is important that every administration can follow the discussion in its own language.',
    'Emergency telecommunications saved lives after the earthquake and should be financed better.',
    'We propose to merge the two Questions and to shorten the reports.',
    'Cybersecurity awareness has grown, but the number of qualified experts is still too small.'
  ],
  fr: [
    'Propositions relatives au projet de plan stratégique de l’Union pour la période 2024-2027',
    'Enseignements tirés des réunions virtuelles pendant la pandémie',
    'Les États Membres sont invités à faire part de leur expérience nationale du déploiement du large bande en zone rurale.',
    'La présente contribution décrit les résultats d’une enquête sur les compétences numériques des petites entreprises.',
    'La réunion est invitée à examiner les modifications proposées et à se prononcer sur les priorités thématiques.',
    'L’accès à l’Internet à un coût abordable reste la principale difficulté des pays en développement sans littoral.',
    'Le budget consacré à l’interprétation devrait être revu avant la fin de l’année.',
    'Les organisations régionales peuvent désigner chacune un coordonnateur pour la préparation de la conférence.',
    'Il importe que chaque administration puisse suivre les débats dans sa propre langue.',
    'Les télécommunications d’urgence ont sauvé des vies après le séisme et devraient être mieux financées.',
    'Nous proposons de fusionner les deux Questions et de raccourcir les rapports.',
    'La sensibilisation à la cybersécurité a progressé, mais le nombre d’experts qualifiés reste trop faible.'
  ],
  es: [
    'Propuestas para el proyecto de plan estratégico de la Unión para 2024-2027',
    'Enseñanzas extraídas de las reuniones virtuales durante la pandemia',
    'Se invita a los Estados Miembros a compartir su experiencia nacional en el despliegue de la banda ancha en zonas rurales.',
    'Esta contribución describe los resultados de una encuesta sobre competencias digitales en las pequeñas empresas.',
    'Se pide a la reunión que examine las modificaciones propuestas y adopte una decisión sobre las prioridades temáticas.',
    'El acceso asequible a Internet sigue siendo el principal desafío de los países en desarrollo sin litoral.',
    'El presupuesto de interpretación debería revisarse antes de que termine el año.',
    'Las organizaciones regionales pueden nombrar cada una a un coordinador para preparar la conferencia.',
    'Es importante que cada administración pueda seguir los debates en su propio idioma.',
    'Las telecomunicaciones de emergencia salvaron vidas tras el terremoto y deberían financiarse mejor.',
    'Proponemos fusionar las dos Cuestiones y acortar los informes.',
    'La sensibilización en materia de ciberseguridad ha crecido, pero el número de expertos cualificados es aún insuficiente.'
  ],
  ru: [
    'Предложения к проекту стратегического плана Союза на 2024–2027 годы',
    'Уроки, извлеченные из виртуальных собраний во время пандемии',
    'Государствам-Членам предлагается поделиться национальным опытом развертывания широкополосной связи в сельских районах.',
    'В настоящем вкладе описаны результаты обследования цифровых навыков на малых предприятиях.',
    'Собранию предлагается рассмотреть предлагаемые поправки и принять решение по тематическим приоритетам.',
    'Приемлемый в ценовом отношении доступ к интернету остается главной проблемой развивающихся стран, не имеющих выхода к морю.',
    'Бюджет на устный перевод следует пересмотреть до конца года.',
    'Региональные организации могут назначить по одному координатору для подготовки конференции.',
    'Важно, чтобы каждая администрация могла следить за обсуждением на своем языке.',
    'Электросвязь в чрезвычайных ситуациях спасла жизни после землетрясения, и ее следует лучше финансировать.',
    'Мы предлагаем объединить два Вопроса и сократить отчеты.',
    'Осведомленность о кибербезопасности возросла, но число квалифицированных специалистов все еще слишком мало.'
  ],
  ar: [
    'مقترحات بشأن مشروع الخطة الاستراتيجية للاتحاد للفترة 2027-2024',
    'الدروس المستفادة من الاجتماعات الافتراضية خلال الجائحة',
    'الدول الأعضاء مدعوة إلى تبادل خبراتها الوطنية في نشر النطاق العريض في المناطق الريفية.',
    'تصف هذه المساهمة نتائج دراسة استقصائية عن المهارات الرقمية في الشركات الصغيرة.',
    'يرجى من الاجتماع أن ينظر في التعديلات المقترحة وأن يتخذ قراراً بشأن الأولويات المواضيعية.',
    'لا يزال النفاذ إلى الإنترنت بأسعار معقولة هو التحدي الرئيسي للبلدان النامية غير الساحلية.',
    'ينبغي استعراض ميزانية الترجمة الشفوية قبل نهاية السنة.',
    'يجوز لكل منظمة إقليمية أن تسمي منسقاً واحداً للتحضير للمؤتمر.',
    'من المهم أن تتمكن كل إدارة من متابعة المناقشات بلغتها.',
    'أنقذت الاتصالات في حالات الطوارئ أرواحاً بعد الزلزال وينبغي تحسين تمويلها.',
    'نقترح دمج المسألتين واختصار التقارير.',
    'ازداد الوعي بالأمن السيبراني ولكن عدد الخبراء المؤهلين لا يزال قليلاً جداً.'
  ],
  zh: [
    '关于国际电联2024-2027年战略规划草案的提案',
    '疫情期间虚拟会议的经验教训',
    '请各成员国分享在农村地区部署宽带的国家经验。',
    '本文稿介绍了对小型企业数字技能的调查结果。',
    '请会议审议拟议的修正案并就主题优先事项做出决定。',
    '价格可承受的互联网接入仍是内陆发展中国家面临的主要挑战。',
    '口译预算应在年底前进行审查。',
    '各区域性组织可为大会的筹备工作指定一名协调员。',
    '重要的是每个主管部门都能以自己的语言参与讨论。',
    '应急通信在地震后挽救了生命，应获得更好的资助。',
    '我们建议合并两个课题并缩短报告。',
    '网络安全意识有所提高，但合格专家的数量仍然太少。'
  ]
};

/** Sentences of languages that are not official ones, but share a script with one that is. */
export const FOREIGN_SENTENCES: Readonly<Record<string, readonly string[]>> = {
  de: [
    'Vorschläge zum Entwurf des strategischen Plans der Union für die Jahre 2024 bis 2027',
    'Die Mitgliedstaaten werden gebeten, ihre Erfahrungen mit dem Ausbau des Breitbands auf dem Land zu teilen.',
    'Der Haushalt für das Dolmetschen sollte vor dem Ende des Jahres überprüft werden.'
  ],
  pt: [
    'Propostas para o projeto de plano estratégico da União para o período de 2024 a 2027',
    'Os Estados-Membros são convidados a partilhar a sua experiência na implantação da banda larga em zonas rurais.',
    'O orçamento da interpretação deveria ser revisto antes do fim do ano.'
  ],
  it: [
    'Proposte per il progetto di piano strategico dell’Unione per il periodo 2024-2027',
    'Gli Stati membri sono invitati a condividere la loro esperienza nella diffusione della banda larga nelle zone rurali.',
    'Il bilancio per l’interpretazione dovrebbe essere rivisto prima della fine dell’anno.'
  ],
  uk: [
    'Пропозиції до проєкту стратегічного плану Союзу на 2024–2027 роки',
    'Державам-членам пропонується поділитися національним досвідом розгортання широкосмугового зв’язку в сільській місцевості.',
    'Бюджет на усний переклад слід переглянути до кінця року.'
  ],
  fa: [
    'پیشنهادهایی برای پیش‌نویس برنامه راهبردی اتحادیه برای دوره ۲۰۲۴ تا ۲۰۲۷',
    'از کشورهای عضو دعوت می‌شود تجربه ملی خود را در گسترش پهنای باند در مناطق روستایی به اشتراک بگذارند.',
    'بودجه ترجمه شفاهی باید پیش از پایان سال بازبینی شود.'
  ],
  ja: [
    '連合の2024年から2027年までの戦略計画案に関する提案',
    '加盟国は、農村地域におけるブロードバンド展開の経験を共有するよう求められている。',
    '通訳の予算は年末までに見直されるべきである。'
  ]
};
