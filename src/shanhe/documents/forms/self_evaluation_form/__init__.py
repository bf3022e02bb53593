"""The official form (转移支付区域（项目）绩效自评表), for docx and xlsx alike."""
