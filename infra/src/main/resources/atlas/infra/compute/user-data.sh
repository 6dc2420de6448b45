#!/bin/bash
# Runs once, at the instance's first start. Its exit code tells CloudFormation whether the app answers.
set -euo pipefail
trap '/opt/aws/bin/cfn-signal --exit-code $? --stack ${Stack} --resource ${GroupId} --region ${Region} || true' EXIT

dnf install --assumeyes java-25-amazon-corretto-headless amazon-cloudwatch-agent
useradd --system --no-create-home --shell /sbin/nologin atlas
mkdir --parents /opt/atlas /var/log/atlas
chown atlas:atlas /var/log/atlas
aws s3 cp --no-progress --region ${Region} s3://${JarBucket}/${JarKey} /opt/atlas/atlas-server.jar

token=$(curl --silent --fail --request PUT http://169.254.169.254/latest/api/token \
  --header 'X-aws-ec2-metadata-token-ttl-seconds: 300')
metadata() {
  curl --silent --fail --header "X-aws-ec2-metadata-token: $token" "http://169.254.169.254/latest/meta-data/$1"
}
instance=$(metadata instance-id)
zone=$(metadata placement/availability-zone)

cat > /etc/atlas.env <<END
${Environment}
ATLAS_INSTANCE=$instance
ATLAS_ZONE=$zone
END

cat > /etc/systemd/system/atlas.service <<'END'
[Unit]
Description=Compute Atlas
# After the agent at the start, and so before it at the end: it ships the last lines, too.
After=network-online.target amazon-cloudwatch-agent.service
Wants=network-online.target

[Service]
User=atlas
EnvironmentFile=/etc/atlas.env
ExecStart=/usr/bin/java -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError -jar /opt/atlas/atlas-server.jar
StandardOutput=append:/var/log/atlas/server.log
StandardError=append:/var/log/atlas/server.log
Restart=always
RestartSec=2
SuccessExitStatus=143
TimeoutStopSec=${StopSeconds}
LimitNOFILE=65536
NoNewPrivileges=true
ProtectSystem=strict
ProtectHome=true
PrivateTmp=true
ReadWritePaths=/var/log/atlas

[Install]
WantedBy=multi-user.target
END

cat > /etc/logrotate.d/atlas <<'END'
/var/log/atlas/server.log {
  size 20M
  rotate 2
  copytruncate
}
END

cat > /opt/aws/amazon-cloudwatch-agent/etc/atlas.json <<'END'
{"logs": {"logs_collected": {"files": {"collect_list": [
  {"file_path": "/var/log/atlas/server.log", "log_group_name": "${LogGroup}", "log_stream_name": "{instance_id}"},
  {"file_path": "/var/log/cloud-init-output.log", "log_group_name": "${LogGroup}", "log_stream_name": "{instance_id}-start"}
]}}}}
END
/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s \
  -c file:/opt/aws/amazon-cloudwatch-agent/etc/atlas.json

systemctl daemon-reload
systemctl enable --now atlas
curl --silent --show-error --fail --output /dev/null --retry 40 --retry-delay 3 --retry-all-errors \
  http://127.0.0.1:${Port}${HealthPath}
