package atlas.compare.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlas.compare.Written;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String AROUND = """
            Parameters:
              Stage: {Type: String, Default: prod}
              Size: {Type: String, Default: t3.micro}
              Zones: {Type: CommaDelimitedList, Default: 'a, b'}
              Ports: {Type: List<Number>, Default: '80,443'}
              Image: {Type: AWS::SSM::Parameter::Value<String>, Default: /aws/ami}
              Open: {Type: String}
              Nothing: {Type: String, Default: }
            Mappings:
              Sizes:
                prod: {type: m5.large, zones: [x, y]}
                012345678901: {type: c5.large}
            Conditions:
              IsProd: !Equals [!Ref Stage, prod]
              IsOpen: !Equals [!Ref Open, prod]
              Never: !Not [!Condition IsProd]
              Both: !And [!Condition IsProd, !Condition IsOpen]
              Neither: !And [!Condition Never, !Condition IsOpen]
              Either: !Or [!Condition IsOpen, !Condition IsProd]
              Here: !Equals [!Ref AWS::Region, us-east-1]
              Number: !Equals [1, '1']
              Circle: !Not [!Condition Circle]
            Resources:
              Other: {Type: AWS::SQS::Queue}
              Asked:
                Type: AWS::X::Y
                Properties:
                  Value: %s
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Stage | 'prod'",
                "{Ref: Stage} | 'prod'",
                "!Ref Zones | ['a','b']",
                "!Ref Ports | ['80','443']",
                "!Ref AWS::Region | 'us-east-1'",
                "!Ref AWS::Partition | 'aws'",
                "!Ref AWS::URLSuffix | 'amazonaws.com'",
                "[!Ref AWS::NoValue, x] | ['x']",
                "{a: !Ref AWS::NoValue, b: x} | {'b':'x'}",
                "!FindInMap [Sizes, prod, type] | 'm5.large'",
                "!FindInMap [Sizes, !Ref Stage, zones] | ['x','y']",
                "!FindInMap [Sizes, 012345678901, type] | 'c5.large'",
                "!FindInMap [Sizes, test, type, {DefaultValue: !Ref Size}] | 't3.micro'",
                "!If [IsProd, many, few] | 'many'",
                "!If [Never, many, !If [IsProd, two, one]] | 'two'",
                "!If [Neither, a, b] | 'b'",
                "!If [Either, a, b] | 'a'",
                "!If [Here, a, b] | 'a'",
                "!If [Number, a, b] | 'a'",
                "[!If [IsProd, !Ref AWS::NoValue, x], y] | ['y']",
                "!Join ['-', [a, !Ref Stage, !Sub '${Size}']] | 'a-prod-t3.micro'",
                "!Join ['', []] | ''",
                "!Sub '${Stage}/${AWS::Region}' | 'prod/us-east-1'",
                "!Sub ['${Stage}-${Own}-${Size}', {Own: !Ref Stage, Size: 7}] | 'prod-prod-7'",
                "!Sub '${!Stage} ${ Stage }' | '${Stage} prod'",
                "!Sub 'x${AWS::NoValue}' | 'x'",
                "!Split [',', 'a,b,'] | ['a','b','']",
                "!Select [1, !Split [',', 'a,b']] | 'b'",
                "!Select ['0', !Ref Zones] | 'a'",
                "!Base64 {'Fn::Sub': '${Stage}'} | {'Fn::Base64':'prod'}",
            })
    void worksOutWhatTheTemplateDecides(String written, String expected) throws Exception {
        assertEquals(json(expected), value(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Open | {'Ref':'Open'}",
                "!Ref Nothing | {'Ref':'Nothing'}",
                "!Ref Image | {'Ref':'Image'}",
                "!Ref AWS::AccountId | {'Ref':'AWS::AccountId'}",
                "!Ref Other | {'Ref':'Other'}",
                "!Sub '${Other}' | {'Ref':'Other'}",
                "!GetAtt Other.Arn | {'Fn::GetAtt':['Other','Arn']}",
                "!GetAtt [Other, Arn] | {'Fn::GetAtt':['Other','Arn']}",
                "!GetAtt Other.Endpoint.Port | {'Fn::GetAtt':['Other','Endpoint.Port']}",
                "!GetAtt Other | {'Fn::GetAtt':['Other']}",
                "!FindInMap [Sizes, test, type] | {'Fn::FindInMap':['Sizes','test','type']}",
                "!FindInMap [Sizes, !Ref Open, type, {DefaultValue: x}] |"
                        + " {'Fn::FindInMap':['Sizes',{'Ref':'Open'},'type',{'DefaultValue':'x'}]}",
                "!If [IsOpen, !Ref Stage, b] | {'Fn::If':['IsOpen','prod','b']}",
                "!If [Both, a, b] | {'Fn::If':['Both','a','b']}",
                "!If [Circle, a, b] | {'Fn::If':['Circle','a','b']}",
                "!If [Unheard, a, b] | {'Fn::If':['Unheard','a','b']}",
                "!Join ['-', [!Ref Stage, !Ref Other]] | {'Fn::Join':['-',['prod',{'Ref':'Other'}]]}",
                "!Join [!Ref Open, [a, b]] | {'Fn::Join':[{'Ref':'Open'},['a','b']]}",
                "!Sub 'x-${Other.Arn}' | {'Fn::Join':['',['x-',{'Fn::GetAtt':['Other','Arn']}]]}",
                "!Split [',', !Ref Open] | {'Fn::Split':[',',{'Ref':'Open'}]}",
                "!Split [',', !Join [',', [!Ref Other, x]]] | [{'Ref':'Other'},'x']",
                "!Select [0, !GetAZs ''] | {'Fn::Select':['0',{'Fn::GetAZs':''}]}",
                "!Select [2, !Ref Zones] | {'Fn::Select':['2',['a','b']]}",
                "!Select [-1, !Ref Zones] | {'Fn::Select':['-1',['a','b']]}",
                "!ImportValue elsewhere | {'Fn::ImportValue':'elsewhere'}",
                "!Cidr [!GetAtt Other.Arn, 2] | {'Fn::Cidr':[{'Fn::GetAtt':['Other','Arn']},'2']}",
                "!Transform {Name: Macro, Parameters: {a: !Ref Stage}} |"
                        + " {'Fn::Transform':{'Name':'Macro','Parameters':{'a':'prod'}}}",
            })
    void leavesTheRestAsItStands(String written, String expected) throws Exception {
        assertEquals(json(expected), value(written));
    }

    @Test
    void countsWhatMayBeCreated() {
        SetUp setUp = Written.setUp("""
                Parameters:
                  Stage: {Type: String, Default: test}
                  Open: {Type: String}
                Conditions:
                  IsProd: !Equals [!Ref Stage, prod]
                  IsOpen: !Equals [!Ref Open, prod]
                Resources:
                  Never: {Type: AWS::SQS::Queue, Condition: IsProd}
                  Perhaps: {Type: AWS::SQS::Queue, Condition: IsOpen}
                  Surely: {Type: AWS::SQS::Queue}
                """);

        assertEquals(
                List.of("Perhaps", "Surely"),
                setUp.resources().map(queue -> queue.name().id()).toList());
    }

    @Test
    void tellsWhichEntriesItCannotRead() {
        SetUp setUp = Written.setUp("""
                Transform: [AWS::LanguageExtensions, Shop::Macro, {Name: AWS::Include}]
                Resources:
                  Fn::ForEach::Queues: [Name, [a, b], {'Queue${Name}': {Type: AWS::SQS::Queue}}]
                  Queue: {Type: AWS::SQS::Queue}
                """);

        assertEquals(
                List.of("Shop::Macro", "AWS::Include", "Fn::ForEach::Queues"),
                setUp.own().unread());
    }

    private static JsonNode value(String written) {
        return Written.setUp(AROUND.formatted(written))
                .resource(new Reference("", "Asked"))
                .orElseThrow()
                .at("Value")
                .json();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
