package atlas.compare.choice;

import atlas.compare.bill.Bill;
import atlas.compare.bill.Group;
import atlas.compare.bill.Line;
import atlas.compare.bill.NotPriced;
import atlas.compare.prices.Confidence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The seven options with bills as a test wants them. */
final class Candidates {
    private Candidates() {}

    /** A tool that nobody uses much: what waits costs the most. */
    static List<Candidate> quiet() {
        return all("66.73", "69.79", "83.86", "170.10", "1.37");
    }

    /** Steady load, so far apart no more. */
    static List<Candidate> steady() {
        return all("118.54", "121.60", "135.68", "221.80", "83.52");
    }

    /** An evening that takes more than the templates allow. */
    static List<Candidate> spiky() {
        List<Candidate> candidates = new ArrayList<>();
        for (Candidate calm : all("87.48", "90.58", "105.07", "191.20", "39.94")) {
            candidates.add(
                    calm.id().startsWith("lambda")
                            ? calm
                            : refused(calm, "it needs 3 instances, and the template allows 2", true));
        }
        return candidates;
    }

    private static List<Candidate> all(String ec2, String ecs, String fargate, String eks, String api) {
        return List.of(
                waiting("ec2-auto-scaling", "EC2 Auto Scaling behind a load balancer", "1 instance", "66.53", ec2),
                waiting("ecs-ec2", "ECS on EC2 instances", "1 instance", "69.59", ecs),
                waiting("ecs-fargate", "ECS on Fargate", "1 task", "83.66", fargate),
                waiting("eks-managed-nodes", "EKS on managed node groups", "1 node", "169.90", eks),
                waiting("lambda-http-api", "Lambda behind an HTTP API", "1 environment", "0.80", api),
                candidate(
                        "lambda-s3-trigger",
                        "Lambda on objects created in S3",
                        Start.EVENTS,
                        "1 environment",
                        "0.40",
                        "0.84"),
                candidate("lambda-schedule", "Lambda on a schedule", Start.CLOCK, "1 environment", "0.40", "0.40"));
    }

    private static Candidate waiting(String id, String title, String units, String idle, String loaded) {
        return candidate(id, title, Start.REQUESTS, units, idle, loaded);
    }

    static Candidate candidate(String id, String title, Start start, String units, String idle, String loaded) {
        Bill bill = bill(loaded, List.of(), List.of());
        return new Candidate(id, title, start, units, bill(idle, List.of(), List.of()), bill, bill);
    }

    /** @param canBeRaised whether it carries the work once more is allowed */
    static Candidate refused(Candidate calm, String refusal, boolean canBeRaised) {
        Bill refused = bill(calm.bill().total().toPlainString(), List.of(), List.of(refusal));
        return new Candidate(
                calm.id(),
                calm.title(),
                calm.start(),
                calm.units(),
                calm.idle(),
                refused,
                canBeRaised ? calm.bill() : refused);
    }

    /** With something that always costs and has no price. */
    static Candidate incomplete(Candidate known) {
        List<NotPriced> missing = List.of(new NotPriced("Stack/Thing", "AWS::Thing", "no price thing:hour"));
        Bill idle = bill(known.idle().total().toPlainString(), missing, List.of());
        return new Candidate(
                known.id(), known.title(), known.start(), known.units(), idle, known.bill(), known.raised());
    }

    private static Bill bill(String usd, List<NotPriced> notPriced, List<String> refusals) {
        BigDecimal amount = new BigDecimal(usd);
        Line line = new Line(
                "Stack/All",
                "all",
                BigDecimal.ONE,
                "month",
                amount,
                amount,
                "1 month",
                "key",
                Confidence.READ,
                Group.ALWAYS_ON);
        return new Bill("option", "us-east-1", "workload", List.of(line), notPriced, List.of(), refusals);
    }
}
