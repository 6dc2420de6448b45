// CloudFront function at viewer request: whoever is outside these ranges gets 403.
// Each range is [first address as a number, number of addresses].
var RANGES = [/* ranges */];

function addressOf(ip) {
    return ip.split('.').reduce(function (sum, part) {
        return sum * 256 + Number(part);
    }, 0);
}

function handler(event) {
    var address = addressOf(event.viewer.ip);
    for (var i = 0; i < RANGES.length; i++) {
        if (address >= RANGES[i][0] && address < RANGES[i][0] + RANGES[i][1]) {
            return event.request;
        }
    }
    return {
        statusCode: 403,
        statusDescription: 'Forbidden',
        headers: { 'content-type': { value: 'application/problem+json' }, 'cache-control': { value: 'no-store' } },
        body: '{"title":"this atlas is closed to your address","status":403}'
    };
}
