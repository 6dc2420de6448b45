package atlas.compare.capacity;

import atlas.compare.template.Resource;
import atlas.compare.template.SetUp;
import java.util.List;

/** Files that a CDN serves from a bucket, in a set-up where nothing computes an answer. */
public final class StaticSite {
    private StaticSite() {}

    /** The distributions before them. */
    public static List<Resource> in(SetUp setUp, RequestPath path) {
        return path.servers().isEmpty()
                ? setUp.resources("AWS::CloudFront::Distribution")
                        .filter(distribution -> servesABucket(setUp, distribution))
                        .toList()
                : List.of();
    }

    private static boolean servesABucket(SetUp setUp, Resource distribution) {
        return setUp.referredTo(distribution.at("DistributionConfig", "Origins"), "AWS::S3::Bucket")
                .findAny()
                .isPresent();
    }
}
