package atlas.compare.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.Written;
import atlas.compare.inventory.ComputeSize.Architecture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeSizeTest {
    private static List<String> in(String resources) {
        return Inventory.of(Written.setUp("Resources:\n" + resources)).computes().stream()
                .map(compute -> "%s %s: %s vCPU, %s MiB, %s, %s"
                        .formatted(
                                compute.resource(),
                                compute.unit(),
                                compute.vcpu()
                                        .map(vcpu -> vcpu.stripTrailingZeros().toPlainString())
                                        .orElse("?"),
                                compute.memoryMiB().isPresent()
                                        ? compute.memoryMiB().getAsInt()
                                        : "?",
                                compute.architecture().map(Architecture::title).orElse("?"),
                                compute.on()))
                .toList();
    }

    @Test
    void isATaskOnFargate() {
        assertEquals(List.of("Service task: 0.5 vCPU, 1024 MiB, arm64, Fargate"), in("""
                  Task:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      { Cpu: '512', Memory: '1024', RuntimePlatform: { CpuArchitecture: ARM64 } }
                  Service:
                    Type: AWS::ECS::Service
                    Properties: { LaunchType: FARGATE, TaskDefinition: !Ref Task }
                """));
    }

    @Test
    void isAnInstanceAndTheTaskThatSharesIt() {
        assertEquals(
                List.of(
                        "Group instance: 2 vCPU, 2048 MiB, arm64, t4g.small",
                        "Task task: 0.75 vCPU, 640 MiB, ?, instances"),
                in("""
                  Template:
                    Type: AWS::EC2::LaunchTemplate
                    Properties: { LaunchTemplateData: { InstanceType: t4g.small } }
                  Group:
                    Type: AWS::AutoScaling::AutoScalingGroup
                    Properties:
                      MinSize: '1'
                      MaxSize: '1'
                      LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: '1' }
                  Task:
                    Type: AWS::ECS::TaskDefinition
                    Properties: { ContainerDefinitions: [{ Cpu: 512, Memory: 512 }, { Cpu: 256, Memory: 128 }] }
                """));
    }

    @Test
    void isAnEnvironmentOfAFunction() {
        assertEquals(
                List.of(
                        "Java environment: 1 vCPU, 1769 MiB, arm64, java25",
                        "Image environment: 4 vCPU, 7076 MiB, x86_64, image"),
                in("""
                  Java:
                    Type: AWS::Lambda::Function
                    Properties: { MemorySize: 1769, Runtime: java25, Architectures: [arm64] }
                  Image: { Type: 'AWS::Lambda::Function', Properties: { MemorySize: 7076, PackageType: Image } }
                """));
    }

    @Test
    void isWhatAppRunnerAndLightsailSell() {
        assertEquals(
                List.of(
                        "Runner instance: 1 vCPU, 2048 MiB, ?, App Runner",
                        "Node node: 0.25 vCPU, 512 MiB, ?, Lightsail"),
                in("""
                  Runner:
                    Type: AWS::AppRunner::Service
                    Properties: { InstanceConfiguration: { Cpu: '1024', Memory: '2048' } }
                  Node: { Type: 'AWS::Lightsail::Container', Properties: { Power: nano, Scale: 1 } }
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"t4g.small", "m7g.large", "c7gn.xlarge", "x2gd.metal", "im4gn.large", "g5g.xlarge", "a1.medium"})
    void isArmOnGraviton(String instanceType) {
        assertEquals(true, ComputeSizes.isGraviton(instanceType));
    }

    @ParameterizedTest
    @ValueSource(strings = {"t3.small", "m7i-flex.large", "g4dn.xlarge", "g6.xlarge", "c6a.large", "p4d.24xlarge"})
    void isIntelsOtherwise(String instanceType) {
        assertEquals(false, ComputeSizes.isGraviton(instanceType));
    }
}
