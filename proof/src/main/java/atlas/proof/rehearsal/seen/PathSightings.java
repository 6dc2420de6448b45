package atlas.proof.rehearsal.seen;

import static atlas.proof.rehearsal.aws.Aws.encode;
import static atlas.proof.rehearsal.seen.Sighting.answered;

import java.util.Map;
import java.util.TreeMap;

/** Services that are asked by a path. */
final class PathSightings {
    private PathSightings() {}

    private static final String FUNCTIONS = "/2015-03-31/functions/";
    private static final String CDN = "/2020-05-31/";
    private static final String DNS = "/2013-04-01/";

    static Map<String, Sighting> all() {
        Map<String, Sighting> all = new TreeMap<>();
        all.put("AWS::S3::Bucket", path("s3", one -> "/" + one.physicalId() + "?location"));
        all.put("AWS::S3::BucketPolicy", path("s3", one -> "/" + one.property("Bucket") + "?policy"));
        lambda(all);
        cloudFront(all);
        eks(all);
        all.put("AWS::ApiGatewayV2::Api", path("apigateway", one -> "/v2/apis/" + one.physicalId()));
        all.put("AWS::ApiGatewayV2::Integration", api("integrations"));
        all.put("AWS::ApiGatewayV2::Route", api("routes"));
        all.put("AWS::ApiGatewayV2::Stage", api("stages"));
        all.put("AWS::EFS::FileSystem", efs("file-systems?FileSystemId="));
        all.put("AWS::EFS::MountTarget", efs("mount-targets?MountTargetId="));
        all.put("AWS::Route53::HostedZone", path("route53", one -> DNS + "hostedzone/" + one.lastPart()));
        all.put("AWS::Route53::HealthCheck", path("route53", one -> DNS + "healthcheck/" + one.physicalId()));
        all.put("AWS::Route53::RecordSet", record());
        all.put("AWS::Scheduler::Schedule", path("scheduler", one -> "/schedules/" + encode(one.lastPart())));
        return all;
    }

    private interface Path {
        String of(Placed resource);
    }

    private static Sighting path(String service, Path path) {
        return answered((one, aws) -> aws.get(service, path.of(one)));
    }

    private static Sighting naming(String service, Path path, Sighting.Word word) {
        return Sighting.naming((one, aws) -> aws.get(service, path.of(one)), word);
    }

    private static void lambda(Map<String, Sighting> all) {
        all.put("AWS::Lambda::Function", path("lambda", one -> FUNCTIONS + encode(one.physicalId())));
        all.put(
                "AWS::Lambda::Alias",
                path(
                        "lambda",
                        one -> FUNCTIONS + encode(one.property("FunctionName")) + "/aliases/" + one.property("Name")));
        all.put(
                "AWS::Lambda::Version",
                path(
                        "lambda",
                        one -> FUNCTIONS + encode(one.property("FunctionName")) + "?Qualifier=" + one.lastPart()));
        all.put(
                "AWS::Lambda::Permission",
                naming(
                        "lambda",
                        one -> FUNCTIONS + encode(function(one)) + "/policy",
                        one -> one.property("Principal")));
        all.put(
                "AWS::Lambda::EventSourceMapping",
                path("lambda", one -> "/2015-03-31/event-source-mappings/" + one.physicalId()));
        all.put(
                "AWS::Lambda::EventInvokeConfig",
                path(
                        "lambda",
                        one -> "/2019-09-25/functions/" + encode(one.property("FunctionName"))
                                + "/event-invoke-config?Qualifier=" + encode(one.property("Qualifier"))));
        all.put("AWS::Lambda::LayerVersion", naming("lambda", one -> "/2018-10-31/layers", one -> one.physicalId()
                .replaceFirst(":\\d+$", "")));
    }

    /** A permission may be one of an alias, whose ARN ends with its name; the policy asked for is then the alias's. */
    private static String function(Placed permission) {
        return permission.property("FunctionName");
    }

    private static void cloudFront(Map<String, Sighting> all) {
        all.put("AWS::CloudFront::Distribution", cloudFront("distribution/"));
        all.put("AWS::CloudFront::CachePolicy", cloudFront("cache-policy/"));
        all.put("AWS::CloudFront::OriginAccessControl", cloudFront("origin-access-control/"));
        all.put("AWS::CloudFront::ResponseHeadersPolicy", cloudFront("response-headers-policy/"));
        all.put("AWS::CloudFront::VpcOrigin", cloudFront("vpc-origin/"));
    }

    private static Sighting cloudFront(String what) {
        return path("cloudfront", one -> CDN + what + one.physicalId());
    }

    private static void eks(Map<String, Sighting> all) {
        all.put("AWS::EKS::Cluster", path("eks", one -> "/clusters/" + one.physicalId()));
        all.put("AWS::EKS::Nodegroup", cluster("node-groups", Placed::lastPart));
        all.put("AWS::EKS::Addon", cluster("addons", one -> one.property("AddonName")));
        all.put("AWS::EKS::AccessEntry", cluster("access-entries", one -> one.property("PrincipalArn")));
        all.put(
                "AWS::EKS::PodIdentityAssociation",
                naming(
                        "eks",
                        one -> "/clusters/" + one.property("ClusterName") + "/pod-identity-associations",
                        one -> one.property("ServiceAccount")));
    }

    private static Sighting cluster(String what, Sighting.Word name) {
        return path("eks", one -> "/clusters/" + one.property("ClusterName") + "/" + what + "/" + encode(name.of(one)));
    }

    private static Sighting api(String what) {
        return path(
                "apigateway", one -> "/v2/apis/" + one.property("ApiId") + "/" + what + "/" + encode(one.lastPart()));
    }

    private static Sighting efs(String what) {
        return path("elasticfilesystem", one -> "/2015-02-01/" + what + one.physicalId());
    }

    private static Sighting record() {
        return naming(
                "route53",
                one -> DNS + "hostedzone/" + one.property("HostedZoneId").replaceFirst(".*/", "") + "/rrset",
                one -> one.property("Name"));
    }
}
