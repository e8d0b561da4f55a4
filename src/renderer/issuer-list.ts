/** The simple-icons slugs of the issuers whose set-up codes people are likely to meet. */
export const knownIssuers: readonly string[] = `
  1password adguard adyen airbnb airtable algolia alibabacloud aliexpress amd android anthropic apple
  appletv arduino argos asana asus atlassian auth0 autodesk autodeskrevit backblaze bandcamp basecamp
  battledotnet behance binance bitbucket bitcoin bitdefender bitwarden blender blogger bluesky bmw
  boeing bookingdotcom box brave brevo buffer buymeacoffee calendly cashapp chase circleci clickup
  clockify cloudflare cloudinary coda codeberg codecov codesandbox coinbase confluence contabo
  coursera cpanel crowdin crunchyroll dailymotion dashlane datadog dazn deepl deezer deliveroo dell
  deno deutschebank deutschepost deutschetelekom deviantart digitalocean discord discourse disqus
  docker doordash dribbble dropbox drupal duolingo ea easyjet ebay edx elastic element elementor
  envato epicgames eslint etsy evernote expedia expo expressvpn facebook fastly figma firebase firefox
  firefoxbrowser fitbit fiverr flickr flydotio forgejo framer freelancer fritz garmin ghost gitbook
  gitea github gitlab glassdoor gmail godaddy godotengine gofundme gogdotcom goodreads google
  googleads googlecloud grab grafana grammarly gravatar gumroad hackerone hackerrank hackthebox
  hashicorp hashnode hbo hellofresh hetzner hilton hostinger hp hsbc hubspot huggingface humblebundle
  ifttt imdb imgur infomaniak ingress insomnia instacart instagram instructure intel intercom intuit
  invoiceninja ionos itchdotio jetbrains jira jitsi joomla kaggle kakaotalk keepassxc kickstarter
  kinsta klarna klm kofi kucoin lastpass leetcode lenovo letsencrypt librarything lichess line linear
  linktree linux litecoin lyft mailchimp mailgun make mamp mastercard mastodon matomo matrix
  mattermost medium meetup mega mercadopago messenger meta metabase miro mixpanel mojeek monero
  mongodb monzo moodle mozilla mullvad mysql n26 namebase namecheap namesilo neon netcup netflix
  netlify newrelic nextcloud nextdns nginx nordvpn notion npm nubank nuget nvidia obsidian oculus okta
  okx onlyfans opencollective openstreetmap opera opnsense overleaf ovh packagist pagerduty
  paloaltonetworks paperspace patreon payoneer paypal paysafe perplexity phpmyadmin picpay pinterest
  pixiv planetscale playstation plesk plex pocketbase porkbun portainer posthog postman prisma
  privateinternetaccess producthunt proton protoncalendar protondrive protonmail protonvpn proxmox
  pulumi pypi qnap qualtrics quora railway rakuten raspberrypi razer readthedocs reddit redhat render
  replit researchgate resend revolut ring riotgames robinhood roblox rockstargames rubygems rumble
  ryanair samsung sap scaleway sega sentry shopify signal simplelogin slackware snapchat snowflake
  sonos soundcloud sourceforge spacex spotify square squareenix squarespace stackexchange
  stackoverflow starbucks starlingbank statuspage steam stellar strava stripe substack supabase
  surfshark suse synology tado tailscale target teamspeak teamviewer telegram terraform tesla threads
  threema ticketmaster ticktick tidal tiktok tinder todoist toggl toptal tradingview trello tresorit
  tripadvisor truenas trustpilot tryhackme tumblr turso tuta twitch typeform typo3 uber ubiquiti
  ubisoft ubuntu udacity udemy unity unraid unrealengine unsplash untappd ups upwork valve venmo
  vercel viber vimeo virustotal visa vivaldi vk vodafone vonage vultr wacom wazirx webflow webmoney
  wechat weightsandbiases westernunion whatsapp wikimediafoundation wikipedia wise wish wix
  woocommerce wordpress wpengine x xendit xero xiaomi yandexcloud yarn yelp youtube yubico yunohost
  zalando zapier zendesk zoho zomato zoom zotero zulip
`
  .trim()
  .split(/\s+/);
